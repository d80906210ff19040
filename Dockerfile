# Built in two stages: the second has the installed packages and nothing that built them, and runs as nobody in particular.
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY govreport_lint govreport_lint
COPY rules rules
RUN python -m venv /opt/govreport-lint \
    && /opt/govreport-lint/bin/pip install --no-cache-dir ".[audit]"

FROM python:3.13-slim
COPY --from=build /opt/govreport-lint /opt/govreport-lint
RUN useradd --no-create-home --uid 10001 reader
ENV PATH=/opt/govreport-lint/bin:$PATH \
    PYTHONUTF8=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    GOVREPORT_LINT_NO_CACHE=1
USER 10001
WORKDIR /reports
ENTRYPOINT ["govreport-lint"]
CMD ["--help"]
