"""cybercook.com.br: recipes, Brazil."""

from typing import Final

from articlekit.rules import Profile, const, veto

PROFILE: Final = Profile(
    name="cybercook_com_br",
    hosts=("cybercook.com.br",),
    language="pt-BR",
    timezone="America/Sao_Paulo",
    authors=veto(const("CyberCook")),
)
