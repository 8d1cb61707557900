# The program in a container, for pipelines and clusters. Records, templates and fonts are no part of it: they come from the workspace.
#
#     docker build --tag registry.example.org/chancery .
#
# To a server without internet it goes as a file: `docker save` here, `docker load` there.
FROM rust:1.92-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc g++ libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Cargo.toml Cargo.lock ./
COPY src src
COPY templates/house templates/house
COPY templates/cover-note templates/cover-note
COPY templates/recall-notice templates/recall-notice
COPY fonts fonts
COPY data/terms data/terms
COPY tests/codes tests/codes
RUN cargo build --release --locked --bin chancery

FROM debian:bookworm-slim
# `chancery compare` asks git for the records of another revision.
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY --from=build /source/target/release/chancery /usr/local/bin/chancery
USER 1000:1000
WORKDIR /workspace
ENTRYPOINT ["chancery"]
CMD ["check"]
