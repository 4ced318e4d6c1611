"""biobiochile.cl: radio and news of Chile."""

from typing import Final

from articlekit.rules import Profile, css

PROFILE: Final = Profile(
    name="biobiochile_cl",
    hosts=("biobiochile.cl",),
    language="es-CL",
    timezone="America/Santiago",
    authors=css(".autores .autor .autor-link"),
)
