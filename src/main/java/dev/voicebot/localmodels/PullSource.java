package dev.voicebot.localmodels;

import dev.voicebot.outcome.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** Where the files of models come from. */
interface PullSource {
    /** The places to take {@code file} from, the best first. May block for some seconds. */
    List<Place> places(CatalogModel model, CatalogModel.CatalogFile file);

    /** One place that has a file. */
    interface Place {
        /** For messages: a host, or a path. */
        String name();

        /**
         * Fetches the file; goes on where {@code part} ends.
         *
         * @param progress receives how many bytes are there by now
         * @throws dev.voicebot.outcome.AssistantException SERVICE or FAILED; INTERRUPTED at a cancel
         */
        void fetch(Path part, LongConsumer progress, Cancellation cancellation);
    }
}
