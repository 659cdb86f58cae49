"""The proofs of the table of derivatives, as data."""
