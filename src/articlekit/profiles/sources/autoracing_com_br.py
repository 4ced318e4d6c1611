"""autoracing.com.br: motor sports of Brazil."""

from typing import Final

from articlekit.rules import Profile, css, lines

PROFILE: Final = Profile(
    name="autoracing_com_br",
    hosts=("autoracing.com.br",),
    language="pt-BR",
    timezone="America/Sao_Paulo",
    keep=css(".articleBody table, .articleBody > p"),
    drop=lines(r"ATENÇÃO: .+"),
)
