"""Findings about waivers; each check is given a `Review`, when everything else has been found."""
