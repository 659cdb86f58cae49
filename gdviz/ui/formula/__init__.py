"""Mathematics on the screen: markup is laid out in boxes, boxes are painted."""
