"""The county's audit behind the page: what came, the process that works, its events, its papers."""
