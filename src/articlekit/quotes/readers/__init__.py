"""Readers for languages that the learned pairs do not serve.

`ordered` chooses: `particles` for scripts without blanks or with particles (Japanese,
Korean, Chinese: `phrases` and `runs`, `blanks`, `order`, then `scenes` and `told`);
`spoken` for languages read by the order of their words (`spaced`, `naming`, `cast`);
`patterns` for the expressions that a package brings.
"""
