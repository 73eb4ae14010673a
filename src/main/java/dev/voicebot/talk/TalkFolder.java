package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Talks on disk: the last few that were not recognised can be sent again, even after a crash. */
final class TalkFolder implements KeptTalks {
    private static final int MOST = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss_SSS").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("\\d{8}_\\d{6}_\\d{3}-(\\d{1,18})\\.wav");

    private final Path folder;

    TalkFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public KeptTalk next() {
        return TalkFile.yetToCome(this::newFile);
    }

    private Path newFile() {
        try {
            PrivateFiles.folder(folder);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot create %s", folder), e);
        }
        return folder.resolve(
                TIME.format(Instant.now()) + "-" + ProcessHandle.current().pid() + ".wav");
    }

    /** Those of another running program are that one's affair. */
    @Override
    public Optional<KeptTalk> latest() {
        return notRecognized().stream().findFirst().map(TalkFile::in);
    }

    @Override
    public void prune() {
        notRecognized().stream().skip(MOST).forEach(file -> TalkFile.in(file).drop());
    }

    /** Newest first. */
    private List<Path> notRecognized() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(TalkFolder::isOurs)
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", folder), e);
        }
    }

    private static boolean isOurs(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        long owner = Long.parseLong(name.group(1));
        return owner == ProcessHandle.current().pid()
                || ProcessHandle.of(owner).filter(ProcessHandle::isAlive).isEmpty();
    }
}
