package dev.voicebot.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EchoCancelTest {
    private static final String PLAIN = "1\tvirtual_mic_in.monitor\tmodule-null-sink.c\ts16le 1ch 48000Hz\tIDLE\n";

    @Test
    void theCancellersSourceAndSinkAreFound() {
        assertThat(EchoCancel.in(
                        PLAIN
                                + "3\tspeaker.echo-cancel.monitor\tmodule-echo-cancel.c\ts16le\tIDLE\n"
                                + "4\tmic.echo-cancel\tmodule-echo-cancel.c\ts16le\tIDLE\n",
                        "2\tspeaker.echo-cancel\tmodule-echo-cancel.c\ts16le\tIDLE\n"))
                .contains(new EchoCancel("mic.echo-cancel", Optional.of("speaker.echo-cancel")));
    }

    @Test
    void pipeWiresNamesAreKnown() {
        assertThat(EchoCancel.in("60\techo_cancel_source\tPipeWire\tfloat32le\tIDLE\n", ""))
                .contains(new EchoCancel("echo_cancel_source", Optional.empty()));
    }

    @Test
    void elseThereIsNone() {
        assertThat(EchoCancel.in(PLAIN, "")).isEmpty();
        assertThat(EchoCancel.in("", "")).isEmpty();
    }
}
