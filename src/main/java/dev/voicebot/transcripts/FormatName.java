package dev.voicebot.transcripts;

import java.util.Locale;
import java.util.Optional;

/** The formats by the names that users give. */
public enum FormatName {
    TEXT,
    JSON,
    JSONL,
    SRT,
    VTT,
    TSV;

    /**
     * What else the user wants.
     *
     * @param file the sound's file, where several are told apart
     * @param timestamps whether lines of text begin with their time
     * @param partials whether JSON lines tell of unfinished sentences too
     */
    public record Wishes(Optional<String> file, boolean timestamps, boolean partials) {}

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For one transcript. */
    public TranscriptFormat start(Wishes wishes) {
        return switch (this) {
            case TEXT -> new TextLines(wishes.timestamps());
            case JSON -> new JsonDocument(wishes.file());
            case JSONL -> new JsonLines(wishes.file(), wishes.partials());
            case SRT -> new Subtitles(new Srt());
            case VTT -> new Subtitles(new Vtt());
            case TSV -> new Table(wishes.file());
        };
    }

    /** What stands once before the transcripts of several files. */
    public String headOfSeveral() {
        return this == TSV ? Table.heading(true) : "";
    }

    /** Whether several transcripts may follow one another. */
    public boolean takesSeveral() {
        return this != SRT && this != VTT;
    }

    /** Of files in this format. */
    public String extension() {
        return switch (this) {
            case TEXT -> "txt";
            case JSON -> "json";
            case JSONL -> "jsonl";
            case SRT -> "srt";
            case VTT -> "vtt";
            case TSV -> "tsv";
        };
    }
}
