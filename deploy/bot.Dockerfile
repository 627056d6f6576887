# The conversation engine and the action server, with a model that was trained while building.
# docker build -f deploy/bot.Dockerfile -t signpost-bot:local .
FROM python:3.11.13-slim-bookworm AS builder
RUN pip install --no-cache-dir --disable-pip-version-check uv==0.13.9
WORKDIR /srv/signpost
ENV UV_PYTHON_DOWNLOADS=never RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3
COPY pyproject.toml requirements.lock ./
RUN uv venv .venv \
 && uv pip install --python .venv --compile-bytecode -r pyproject.toml --group bot -c requirements.lock
COPY . .
RUN for po in locale/*/LC_MESSAGES/*.po; do \
      .venv/bin/python -W ignore -m babel.messages.frontend -q compile -i "$po" -o "${po%.po}.mo" || exit 1; \
    done \
 && PYTHONPATH=. SIGNPOST_HOME=/tmp/training .venv/bin/python -m signpost.cli train \
 && rm -rf /tmp/training models/training

FROM python:3.11.13-slim-bookworm
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin signpost \
 && install -d -o 10001 -g 10001 -m 0700 /var/lib/signpost
WORKDIR /srv/signpost
COPY --from=builder /srv/signpost /srv/signpost
ENV PATH=/srv/signpost/.venv/bin:$PATH \
    PYTHONPATH=/srv/signpost \
    PYTHONDONTWRITEBYTECODE=1 \
    RASA_TELEMETRY_ENABLED=false \
    SIGNPOST_HOME=/var/lib/signpost \
    SIGNPOST_LISTEN=0.0.0.0
USER 10001:10001
EXPOSE 5005 5055
CMD ["python", "-m", "bot.serve"]
