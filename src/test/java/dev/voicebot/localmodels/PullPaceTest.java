package dev.voicebot.localmodels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.localmodels.CatalogModel.CatalogFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PullPaceTest {
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final PullPace pace = new PullPace(1_000, clock);
    private final CatalogModel engine = model("engine", 200);
    private final CatalogModel ears = model("ears", 800);

    @Test
    void severalModelsAreOneDownload() {
        pace.at(engine, 0);
        now = now.plusSeconds(2);
        pace.at(engine, 200);
        pace.at(ears, 0);
        now = now.plusSeconds(2);

        PullPace.Moment moment = pace.at(ears, 200);

        assertThat(moment).isEqualTo(new PullPace.Moment(400, 1_000, 100));
        assertThat(moment.percent()).isEqualTo(40);
        assertThat(moment.left()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatAnEarlierRunLeftCountsForTheLengthAndNotForTheSpeed() {
        pace.at(ears, 600);
        now = now.plusSeconds(1);

        assertThat(pace.at(ears, 650)).isEqualTo(new PullPace.Moment(650, 1_000, 50));
    }

    private static CatalogModel model(String name, long size) {
        return new CatalogModel(
                name,
                LocalModel.Kind.CTC,
                "recognition",
                "",
                List.of(),
                "MIT",
                "",
                List.of(),
                Map.of(),
                List.of(),
                List.of(new CatalogFile("model", "m.onnx", size, "", false, List.of())));
    }
}
