"""Counties made for the purpose: their units, two years of honest reports, faults planted in them."""
