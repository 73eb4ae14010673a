package dev.voicebot.bench;

import java.util.List;
import java.util.Optional;

/**
 * What the services themselves took of a turn, by their own clock, and what the network must take: no program can have
 * sound earlier.
 *
 * @param at when they got and gave what
 * @param oneWay nanoseconds that the network adds, each way
 */
record Floor(ServiceTimes at, long oneWay) {
    /** Empty until the services have seen it all. */
    static Optional<Floor> of(List<ServiceEvent> turn, long oneWayNanos) {
        Optional<ServiceEvent> finish = first(turn, "asr.finish", 0);
        Optional<ServiceEvent> transcript = finish.flatMap(e -> first(turn, "asr.final", e.nanos()));
        Optional<ServiceEvent> request = last(turn, "chat.request");
        Optional<ServiceEvent> token = request.flatMap(e -> first(turn, "chat.token", e.nanos()));
        Optional<ServiceEvent> text = first(turn, "tts.text", 0);
        Optional<ServiceEvent> sound = text.flatMap(e -> first(turn, "tts.sound", e.nanos()));
        if (transcript.isEmpty() || token.isEmpty() || sound.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Floor(
                new ServiceTimes(
                        finish.orElseThrow().nanos(),
                        transcript.get().nanos(),
                        request.orElseThrow().nanos(),
                        token.get().nanos(),
                        completing(text.orElseThrow().detail(), turn, token.get())
                                .nanos(),
                        text.orElseThrow().nanos(),
                        sound.get().nanos()),
                oneWayNanos));
    }

    /**
     * By {@link System#nanoTime()}.
     *
     * @param completingToken with which the first words that the voice got were there
     */
    record ServiceTimes(
            long endOfSound,
            long transcript,
            long request,
            long firstToken,
            long completingToken,
            long firstText,
            long firstSound) {}

    long toTranscript() {
        return at.transcript() - at.endOfSound() + 2 * oneWay;
    }

    long toFirstToken() {
        return toTranscript() + at.firstToken() - at.request() + 2 * oneWay;
    }

    /** The words that are spoken first are not there with the first token. */
    long firstClause() {
        return at.completingToken() - at.firstToken();
    }

    long toFirstAudio() {
        return toFirstToken() + firstClause() + at.firstSound() - at.firstText() + 2 * oneWay;
    }

    /** The token with which the words were there. */
    private static ServiceEvent completing(String words, List<ServiceEvent> turn, ServiceEvent firstToken) {
        int wanted = length(words);
        int there = 0;
        for (ServiceEvent event : turn) {
            if (event.is("chat.token") && event.nanos() >= firstToken.nanos()) {
                there += length(event.detail());
                if (there >= wanted) {
                    return event;
                }
            }
        }
        return firstToken;
    }

    private static int length(String text) {
        return text.replaceAll("\\s", "").length();
    }

    private static Optional<ServiceEvent> first(List<ServiceEvent> turn, String what, long from) {
        return turn.stream()
                .filter(event -> event.is(what) && event.nanos() >= from)
                .findFirst();
    }

    private static Optional<ServiceEvent> last(List<ServiceEvent> turn, String what) {
        return turn.stream().filter(event -> event.is(what)).reduce((a, b) -> b);
    }
}
