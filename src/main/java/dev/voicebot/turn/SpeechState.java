package dev.voicebot.turn;

/** What lasts longer than one spoken reply: the troubles told, the speed, and the pace of the voice. Any thread. */
final class SpeechState {
    private final Notices notices = new Notices();
    private final PlayerTransport transport = new PlayerTransport();
    private volatile double pace = 1;

    Notices notices() {
        return notices;
    }

    PlayerTransport transport() {
        return transport;
    }

    /** How much longer than expected the voice takes, by the last reply. */
    double pace() {
        return pace;
    }

    void setPace(double learnt) {
        pace = learnt;
    }
}
