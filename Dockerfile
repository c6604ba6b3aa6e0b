# syntax=docker/dockerfile:1
# The build needs a network, the image does not. docs/hosting.md describes how to run it.

FROM node:22-bookworm-slim AS build
WORKDIR /build
ENV CI=true
COPY package.json package-lock.json .npmrc ./
# Exactly the packages of the lock file; only those in allowScripts may run install scripts.
RUN npm ci --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY client client
COPY server server
COPY shared shared
COPY scenarios scenarios
RUN npm run build
# The runtime image, without build tools.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/typescript node_modules/@typescript

FROM node:22-bookworm-slim
WORKDIR /opt/baraza
COPY --from=build /build/package.json /build/package-lock.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY scenarios scenarios
COPY LICENSE ./
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  && mkdir -m 700 /data && chown node:node /data \
  && printf '#!/bin/sh\nexec node /opt/baraza/dist/server/operations.js "$@"\n' > /usr/local/bin/baraza \
  && chmod 755 /usr/local/bin/baraza
ENV NODE_ENV=production \
  PORT=2567 \
  HOST=0.0.0.0 \
  BARAZA_DATA=/data \
  BARAZA_LOG=info \
  BARAZA_KEY_FILE=/data/trainer-key
USER node
VOLUME /data
EXPOSE 2567
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
