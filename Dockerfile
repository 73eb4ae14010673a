# voicebot for scripts and servers: speak -o, listen FILE, a piped chat. docs/container.md has sound and keys.
FROM debian:trixie-slim AS build
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends binutils ca-certificates maven openjdk-21-jdk-headless \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests -Ppackage package

FROM debian:trixie-slim
RUN apt-get update -q \
    && apt-get install -q -y --no-install-recommends ca-certificates ffmpeg libasound2t64 libasound2-plugins \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 voicebot
COPY --from=build /src/target/package/voicebot /opt/voicebot
RUN ln -s /opt/voicebot/bin/voicebot /usr/local/bin/voicebot
USER voicebot
WORKDIR /home/voicebot
ENV LANG=C.UTF-8
ENTRYPOINT ["voicebot"]
CMD ["--help"]
