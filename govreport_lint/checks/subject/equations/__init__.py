"""Equations of cells: their instances, and when one cannot be judged."""
