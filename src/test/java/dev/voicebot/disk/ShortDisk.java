package dev.voicebot.disk;

import dev.voicebot.cli.Main;

/** The program on a disk that is full after so many changes below the home: {@code COUNT ARGUMENT…}. */
public final class ShortDisk {
    private ShortDisk() {}

    public static void main(String[] arguments) {
        Disk.endAfter(System.getenv("HOME"), Long.parseLong(arguments[0]), false, Disk.End.DEAD, () -> {});
        String[] rest = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, rest, 0, rest.length);
        Main.main(rest);
    }
}
