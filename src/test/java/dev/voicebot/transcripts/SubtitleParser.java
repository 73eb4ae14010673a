package dev.voicebot.transcripts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SRT and WebVTT as strictly as their descriptions allow, and knows nothing of how they were written. */
public final class SubtitleParser {
    private static final Pattern SRT_TIMES =
            Pattern.compile("(\\d\\d):([0-5]\\d):([0-5]\\d),(\\d{3}) --> (\\d\\d):([0-5]\\d):([0-5]\\d),(\\d{3})");
    private static final Pattern VTT_TIMES = Pattern.compile(
            "(\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    private SubtitleParser() {}

    /** One cue as read. */
    public record Read(Duration begin, Duration end, List<String> lines) {}

    public static List<Read> srt(String file) {
        List<Read> cues = new ArrayList<>();
        for (List<String> block : blocks(file)) {
            require(block.get(0).equals(String.valueOf(cues.size() + 1)), "the number of " + block);
            cues.add(cue(SRT_TIMES, block.subList(1, block.size()), cues));
        }
        return cues;
    }

    public static List<Read> vtt(String file) {
        List<List<String>> blocks = blocks(file);
        require(blocks.get(0).equals(List.of("WEBVTT")), "the heading");
        List<Read> cues = new ArrayList<>();
        for (List<String> block : blocks.subList(1, blocks.size())) {
            Read cue = cue(VTT_TIMES, block, cues);
            cues.add(new Read(
                    cue.begin(),
                    cue.end(),
                    cue.lines().stream().map(SubtitleParser::unescape).toList()));
        }
        return cues;
    }

    private static List<List<String>> blocks(String file) {
        require(file.isEmpty() || file.endsWith("\n\n"), "the end");
        require(!file.contains("\r") && !file.contains("\n\n\n"), "line ends");
        List<List<String>> blocks = new ArrayList<>();
        for (String block : file.split("\n\n", -1)) {
            if (!block.isEmpty()) {
                blocks.add(List.of(block.split("\n", -1)));
            }
        }
        return blocks;
    }

    private static Read cue(Pattern times, List<String> block, List<Read> before) {
        Matcher match = times.matcher(block.get(0));
        require(match.matches(), "the times " + block.get(0));
        Duration begin = time(match, 1);
        Duration end = time(match, 5);
        require(begin.compareTo(end) < 0, "an end after the begin in " + block);
        require(before.isEmpty() || before.get(before.size() - 1).end().compareTo(begin) <= 0, "order at " + block);
        List<String> lines = block.subList(1, block.size());
        require(!lines.isEmpty(), "a text in " + block);
        for (String line : lines) {
            require(!line.isBlank() && !line.contains("-->"), "the line " + line);
        }
        return new Read(begin, end, lines);
    }

    private static Duration time(Matcher match, int group) {
        return Duration.ofHours(Long.parseLong(match.group(group)))
                .plusMinutes(Long.parseLong(match.group(group + 1)))
                .plusSeconds(Long.parseLong(match.group(group + 2)))
                .plusMillis(Long.parseLong(match.group(group + 3)));
    }

    private static String unescape(String line) {
        require(!line.replaceAll("&(amp|lt|gt|nbsp|lrm|rlm);", "").matches(".*[&<>].*"), "escapes in " + line);
        return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw new AssertionError("not well-formed: " + what);
        }
    }
}
