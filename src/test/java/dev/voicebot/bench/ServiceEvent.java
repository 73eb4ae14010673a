package dev.voicebot.bench;

/**
 * What a stand-in saw or did.
 *
 * @param nanos {@link System#nanoTime()}, the same in all processes of one machine
 * @param what as {@link dev.voicebot.standin.Witness} says
 */
record ServiceEvent(int lane, long nanos, String what, String detail) {
    String line() {
        return lane + " " + nanos + " " + what + " " + detail.replace("\n", "\\n");
    }

    static ServiceEvent of(String line) {
        String[] parts = line.split(" ", 4);
        return new ServiceEvent(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]);
    }

    boolean is(String name) {
        return what.equals(name);
    }
}
