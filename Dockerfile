# syntax=docker/dockerfile:1
# Builds with Maven, makes a Java run time with what is needed, and copies both onto a small Debian.
ARG BUILD=docker.io/library/maven:3.9-eclipse-temurin-25
ARG BASE=docker.io/library/debian:bookworm-slim

FROM ${BUILD} AS build
WORKDIR /src
COPY pom.xml ./
COPY src ./src
RUN mvn -B -q -Pfast -Dmaven.test.skip=true -Dspotless.check.skip=true package
RUN jlink --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --output /jre
COPY knowledge ./knowledge
# The models are unpacked and the classes archived by a first run, with the very Java that will run them.
RUN mkdir -p /opt/coalition /tmp/practice \
    && mv target/coalition-bot.jar target/lib /opt/coalition/ \
    && mv /jre /opt/jre && cp -r knowledge /knowledge \
    && printf 'What is this about?\nWho said what?\n' | COALITION_MODELS=/opt/coalition/models /opt/jre/bin/java \
         -XX:AOTCacheOutput=/opt/coalition/classes.aot -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
         -jar /opt/coalition/coalition-bot.jar ask --stdin --knowledge /knowledge --data /tmp/practice > /dev/null \
    && chmod -R a+rX /opt/coalition /knowledge

FROM ${BASE}
RUN groupadd --gid 10001 coalition \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin coalition \
    && mkdir /data && chown 10001:10001 /data
COPY --from=build /opt/jre /opt/jre
COPY --from=build /opt/coalition /opt/coalition
COPY knowledge /knowledge
ENV COALITION_KNOWLEDGE=/knowledge COALITION_DATA=/data COALITION_MODELS=/opt/coalition/models HOME=/tmp LANG=C.UTF-8
USER 10001:10001
WORKDIR /tmp
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8642 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost:8642\\r\\n\\r\\n' >&3 && grep -q '^ok' <&3"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/jre/bin/java", "-XX:AOTCache=/opt/coalition/classes.aot", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=60", "-jar", "/opt/coalition/coalition-bot.jar"]
CMD ["serve"]
