"""The county's audit behind the page: a job, its progress, its papers, and its end."""
