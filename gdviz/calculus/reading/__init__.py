"""How a typed line is read: characters, tokens, names, brackets, grammar, ambiguities."""
