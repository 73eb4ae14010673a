package dev.voicebot.localmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.voicebot.localmodels.CatalogModel.CatalogFile;
import dev.voicebot.network.Network;
import dev.voicebot.network.Proxies;
import dev.voicebot.network.Reach;
import dev.voicebot.network.Route;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.Retries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelPullerTest implements PullListener {
    private static final String WEIGHTS = "weights.onnx";

    @TempDir
    Path folder;

    private final byte[] weights = new byte[200_000];
    private final FileServer server = new FileServer();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private boolean wantsOthers = true;
    private final List<Long> reported = new CopyOnWriteArrayList<>();

    ModelPullerTest() {
        new SecureRandom().nextBytes(weights);
        server.with(WEIGHTS, weights);
    }

    @AfterEach
    void closeTheServer() {
        server.close();
    }

    @Override
    public void progress(CatalogModel model, long done, long total) {
        reported.add(done);
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    @Override
    public boolean usesInstead(String trouble, String host) {
        if (wantsOthers) {
            return PullListener.super.usesInstead(trouble, host);
        }
        notices.add(trouble + " " + host + "?");
        return false;
    }

    @Test
    void aModelIsFetchedComparedAndFound() throws IOException {
        LocalModel model = pull(model());

        assertThat(model.file("model")).hasBinaryContent(weights);
        assertThat(store().find("small")).contains(model);
        assertThat(store().verify("small")).isEmpty();
        assertThat(reported).isSorted().endsWith((long) weights.length);
        assertThat(Files.getPosixFilePermissions(model.file("model"))).hasSize(2);
    }

    @Test
    void whatIsHereIsNotFetchedAgain() {
        pull(model());

        pull(model());

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aCutConnectionIsContinuedWhereItBroke() {
        server.next(FileServer.cutAfter(120_000));

        LocalModel model = pull(model());

        assertThat(model.file("model")).hasBinaryContent(weights);
        assertThat(server.requests()).hasSize(2).last().asString().startsWith("GET weights.onnx bytes=");
    }

    @Test
    void anInterruptedPullIsContinuedByTheNext() throws IOException {
        leavePart(Arrays.copyOf(weights, 50_000));

        pull(model());

        assertThat(server.requests()).containsExactly("GET weights.onnx bytes=50000-");
    }

    @Test
    void aPartOfAnotherFileIsFetchedAgainFromTheBeginning() throws IOException {
        leavePart(new byte[50_000]);

        LocalModel model = pull(model());

        assertThat(model.file("model")).hasBinaryContent(weights);
        assertThat(server.requests()).containsExactly("GET weights.onnx bytes=50000-", "GET weights.onnx");
    }

    @Test
    void aServerThatIgnoresRangesSendsItAll() throws IOException {
        leavePart(Arrays.copyOf(weights, 50_000));
        server.next(FileServer::ignoringRanges);

        assertThat(pull(model()).file("model")).hasBinaryContent(weights);
    }

    @Test
    void aServerThatSendsAnotherPartIsAskedFromTheBeginning() throws IOException {
        leavePart(Arrays.copyOf(weights, 50_000));
        server.next(FileServer.rangeFrom(10));

        assertThat(pull(model()).file("model")).hasBinaryContent(weights);
    }

    @Test
    void anotherLengthThanThePublishedOneIsRefused() {
        server.next(FileServer.ofLength(150_000));

        assertFault(
                FaultKind.SERVICE,
                "127.0.0.1 has another weights.onnx than was published (150000 bytes instead of"
                        + " 200000). Try --from or models.mirror.");
    }

    @Test
    void aBodyThatDoesNotEndIsRefused() {
        server.next(FileServer.endless(500_000));

        assertFault(FaultKind.SERVICE, "127.0.0.1 has another weights.onnx than was published");
    }

    @Test
    void aWebPageIsNoModel() {
        server.next(FileServer::html);

        assertFault(FaultKind.SERVICE, "127.0.0.1 sent a web page instead of weights.onnx.");
    }

    @Test
    void anotherDigestIsRefusedAndNothingIsKept() {
        byte[] others = weights.clone();
        others[77]++;
        server.with(WEIGHTS, others);

        assertFault(
                FaultKind.SERVICE,
                "weights.onnx from 127.0.0.1 is not the file that was published (another SHA-256). Nothing was kept.");

        assertThat(store().find("small")).isEmpty();
        assertThat(folder.resolve(".small.part/weights.onnx.part")).doesNotExist();
    }

    @Test
    void aRedirectIsFollowed() {
        server.with("elsewhere", weights).next(FileServer.redirectTo(server.address("elsewhere")));

        assertThat(pull(model()).file("model")).hasBinaryContent(weights);
    }

    @Test
    void aFileThatIsNotThereIsToldWithItsStatus() {
        assertThatThrownBy(() -> pull(model(file("other.onnx", "", server.address("other.onnx")))))
                .hasMessage("127.0.0.1 does not have other.onnx (HTTP 404). Try --from or models.mirror.");
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() {
        server.next(FileServer.status(503), FileServer.status(429));

        assertThat(pull(model()).file("model")).hasBinaryContent(weights);
    }

    @Test
    void theNextAddressIsTriedWhereTheFirstFails() throws IOException {
        CatalogFile file = file(WEIGHTS, digest(weights), server.address("gone.onnx"), server.address(WEIGHTS));

        assertThat(pull(model(file)).file("model")).hasBinaryContent(weights);
        assertThat(notices).anyMatch(line -> line.endsWith("Using 127.0.0.1."));
    }

    @Test
    void aHostThatDoesNotAnswerComesLast() throws IOException {
        CatalogFile file = file(WEIGHTS, digest(weights), "http://127.0.0.1:9/" + WEIGHTS, server.address(WEIGHTS));

        assertThat(pull(model(file)).file("model")).hasBinaryContent(weights);
        assertThat(notices).containsExactly("127.0.0.1 does not answer. Using 127.0.0.1.");
    }

    @Test
    void whoDoesNotWantAnotherHostGetsNothingFromThere() throws IOException {
        wantsOthers = false;
        CatalogFile file = file(WEIGHTS, digest(weights), "http://127.0.0.1:9/" + WEIGHTS, server.address(WEIGHTS));

        assertThatThrownBy(() -> pull(model(file))).isInstanceOf(AssistantException.class);

        assertThat(notices).containsExactly("127.0.0.1 does not answer. 127.0.0.1?");
        assertThat(server.requests()).noneMatch(request -> request.startsWith("GET"));
    }

    @Test
    void aMirrorHasTheSamePaths() throws IOException {
        server.with("mirror/org/repo/" + WEIGHTS, weights);
        CatalogFile file = file(WEIGHTS, digest(weights), "https://models.invalid/org/repo/" + WEIGHTS);
        ModelPuller puller = new ModelPuller(
                store(),
                new WebSource(network(), Optional.of(URI.create(server.address("mirror/"))), Optional.empty(), this),
                this,
                ModelPuller.FreeSpace.OF_DISK);

        assertThat(puller.pull(model(file), cancellation).file("model")).hasBinaryContent(weights);
    }

    @Test
    void aFolderOnAStickHasTheFilesByTheirNames() throws IOException {
        Path stick = Files.createDirectories(folder.resolve("stick"));
        Files.write(stick.resolve(WEIGHTS), weights);

        LocalModel model = ModelPuller.fromFolder(store(), stick, this).pull(model(), cancellation);

        assertThat(model.file("model")).hasBinaryContent(weights);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFolderWithoutTheFileIsWrongUsage() throws IOException {
        Path stick = Files.createDirectories(folder.resolve("stick"));

        assertThatThrownBy(() -> ModelPuller.fromFolder(store(), stick, this).pull(model(), cancellation))
                .hasMessage(stick + " has no file weights.onnx, which small needs.");
    }

    @Test
    void tooLittleSpaceIsNoticedBeforeTheDownload() {
        ModelPuller puller = new ModelPuller(store(), source(), this, disk -> 100_000);

        assertThatThrownBy(() -> puller.pull(model(), cancellation))
                .hasMessageStartingWith("Not enough space for small: it needs 200 kB, 100 kB are free in ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void twoPullsOfTheSameModelFetchItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<LocalModel>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(CompletableFuture.supplyAsync(() -> pull(model()), threads));
            }

            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
            assertThat(server.requests()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aCancelKeepsWhatCame() {
        server.next((exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, 100_000);
            exchange.getResponseBody().flush();
            cancellation.cancel();
        });

        assertThatThrownBy(() -> pull(model()))
                .asInstanceOf(type(AssistantException.class))
                .extracting(AssistantException::kind)
                .isEqualTo(FaultKind.INTERRUPTED);
        assertThat(folder.resolve(".small.part")).isDirectory();
    }

    @Test
    void anArchiveIsUnpackedWithoutItsFirstFolder() throws IOException {
        byte[] archive = archive(Map.of("model-1/model.onnx", "weights", "model-1/data/phontab", "phonemes"));
        server.with("model.tar.bz2", archive);

        LocalModel model = pull(packed(archive));

        assertThat(model.file("model")).hasContent("weights");
        assertThat(model.file("data")).isDirectory();
        assertThat(model.folder().resolve("model.tar.bz2")).doesNotExist();
    }

    @Test
    void anArchiveThatLeavesItsFolderIsRefused() throws IOException {
        byte[] archive = archive(Map.of("model-1/../../../outside", "evil"));
        server.with("model.tar.bz2", archive);

        assertThatThrownBy(() -> pull(packed(archive)))
                .hasMessageContaining("contains 'model-1/../../../outside', which does not belong in a model");
        assertThat(folder.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void aLinkInAnArchiveIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new BZip2CompressorOutputStream(bytes))) {
            TarArchiveEntry link = new TarArchiveEntry("model-1/model.onnx", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        server.with("model.tar.bz2", bytes.toByteArray());

        assertThatThrownBy(() -> pull(packed(bytes.toByteArray()))).hasMessageContaining("does not belong in a model");
    }

    /** Nothing of it is written: its header says enough. */
    @Test
    void anArchiveThatWouldFillTheDiskIsRefused() throws IOException {
        TarArchiveEntry huge = new TarArchiveEntry("model-1/model.onnx");
        huge.setSize(5_000_000_000L);
        byte[] header = new byte[1024];
        huge.writeEntryHeader(header);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream packed = new BZip2CompressorOutputStream(bytes)) {
            packed.write(header);
        }
        server.with("model.tar.bz2", bytes.toByteArray());

        assertThatThrownBy(() -> pull(packed(bytes.toByteArray()))).hasMessageContaining("does not belong in a model");
    }

    @Test
    void anArchiveThatIsCutIsOneLine() throws IOException {
        byte[] whole = archive(Map.of("model-1/model.onnx", "weights", "model-1/data/phontab", "phonemes"));
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        server.with("model.tar.bz2", cut);

        assertThatThrownBy(() -> pull(packed(cut)))
                .isInstanceOf(AssistantException.class)
                .hasMessageStartingWith("Cannot keep the model ");
        assertThat(store().find("small")).isEmpty();
    }

    @Test
    void withinThisMachineARedirectLeadsNowhereElse() {
        server.next(
                FileServer.redirectTo("http://192.0.2.1/" + WEIGHTS), FileServer.redirectTo("http://evil.example/x"));
        Network here = new Network(
                Reach.LOOPBACK.limit(Route.DIRECT), Proxies.NONE, Optional.empty(), Retries.NONE, Reach.LOOPBACK);
        ModelPuller puller = new ModelPuller(
                store(),
                new WebSource(here, Optional.empty(), Optional.empty(), this),
                this,
                ModelPuller.FreeSpace.OF_DISK);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> puller.pull(model(), cancellation))
                    .hasMessageContaining("Cannot download")
                    .rootCause()
                    .hasMessageContaining("is not on this machine");
        }
    }

    @Test
    void aModelWithoutAPublishedDigestIsKeptWithItsOwn() {
        LocalModel model = pull(model(file(WEIGHTS, "", server.address(WEIGHTS))));

        assertThat(model.folder().resolve("model.json")).content().contains(digest(weights));
    }

    @Test
    void aDamagedModelIsToldByVerifyAndPulledAgain() throws IOException {
        Path file = pull(model()).file("model");
        Files.writeString(file, "damaged");

        assertThat(store().verify("small")).contains("weights.onnx has changed");
        assertThat(store().find("small")).isEmpty();
        assertThat(pull(model()).file("model")).hasBinaryContent(weights);
    }

    @Test
    void aRemovedModelLeavesNothing() {
        pull(model());

        assertThat(store().remove("small")).isTrue();
        assertThat(store().remove("small")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    private void assertFault(FaultKind kind, String beginning) {
        assertThatThrownBy(() -> pull(model()))
                .isInstanceOfSatisfying(
                        AssistantException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageStartingWith(beginning);
    }

    private void leavePart(byte[] bytes) throws IOException {
        Path fresh = Files.createDirectories(folder.resolve(".small.part"));
        Files.write(fresh.resolve(WEIGHTS + ".part"), bytes);
    }

    private LocalModel pull(CatalogModel model) {
        return new ModelPuller(store(), source(), this, ModelPuller.FreeSpace.OF_DISK).pull(model, cancellation);
    }

    private PullSource source() {
        return new WebSource(network(), Optional.empty(), Optional.empty(), this);
    }

    private static Network network() {
        return new Network(Route.DIRECT, new Retries(4, line -> {}, () -> 0, (time, cancellation) -> {
            cancellation.throwIfCancelled();
        }));
    }

    private ModelStore store() {
        return new ModelStore(folder);
    }

    private CatalogModel model() {
        return model(file(WEIGHTS, digest(weights), server.address(WEIGHTS)));
    }

    private static CatalogModel model(CatalogFile file) {
        return described(Map.of(), file);
    }

    private CatalogModel packed(byte[] archive) {
        return described(
                Map.of("model", "model.onnx", "data", "data"),
                new CatalogFile(
                        null,
                        "model.tar.bz2",
                        archive.length,
                        digest(archive),
                        true,
                        List.of(server.address("model.tar.bz2"))));
    }

    private static CatalogModel described(Map<String, String> roles, CatalogFile file) {
        return new CatalogModel(
                "small",
                LocalModel.Kind.CTC,
                "recognition",
                "",
                List.of(),
                "MIT",
                "",
                List.of(),
                roles,
                List.of(),
                List.of(file));
    }

    private CatalogFile file(String path, String sha256, String... addresses) {
        return new CatalogFile("model", path, weights.length, sha256, false, List.of(addresses));
    }

    private static byte[] archive(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new BZip2CompressorOutputStream(bytes))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        MessageDigest digest = Digests.sha256();
        digest.update(bytes);
        return Digests.hex(digest);
    }
}
