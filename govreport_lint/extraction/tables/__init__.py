"""From printed grids to the figures of the three official tables, and the form that they are in."""
