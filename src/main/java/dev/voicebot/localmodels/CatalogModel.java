package dev.voicebot.localmodels;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be pulled, as {@code catalog.json} or a {@code voicebot-model.json} of the user's own describes it.
 *
 * @param part what it is for, in a word or two
 * @param languages codes; empty where any or none
 * @param needs other models that are pulled with it; {@code engine} is the one of this platform
 * @param speakers the names of a voice's speakers, in the order of their numbers; empty where they have none
 * @param roles files or folders that unpacking leaves, by role
 */
public record CatalogModel(
        String name,
        LocalModel.Kind kind,
        String part,
        String about,
        List<String> languages,
        String license,
        @JsonProperty("license_address") String licenseAddress,
        List<String> needs,
        Map<String, String> roles,
        List<String> speakers,
        List<CatalogFile> files) {
    public CatalogModel {
        if (name == null || kind == null || files == null || files.isEmpty()) {
            throw new IllegalArgumentException("a model needs name, kind and files");
        }
        part = orEmpty(part);
        about = orEmpty(about);
        license = orEmpty(license);
        licenseAddress = orEmpty(licenseAddress);
        languages = languages == null ? List.of() : List.copyOf(languages);
        needs = needs == null ? List.of() : List.copyOf(needs);
        roles = roles == null ? Map.of() : Map.copyOf(roles);
        speakers = speakers == null ? List.of() : List.copyOf(speakers);
        files = List.copyOf(files);
        roles.values().forEach(CatalogModel::mustBeInside);
    }

    /**
     * A file of it.
     *
     * @param role what the engine needs it for; null where an archive holds several
     * @param size in bytes, exact where there is a digest; 0 where it is not known
     * @param sha256 empty where nobody has published it
     * @param unpack whether it is a tar archive, of whose names the first folder is left out
     * @param addresses where it can be downloaded, the publisher's first
     */
    public record CatalogFile(
            @Nullable String role, String path, long size, String sha256, boolean unpack, List<String> addresses) {
        public CatalogFile {
            if (path == null) {
                throw new IllegalArgumentException("a file needs a path");
            }
            mustBeInside(path);
            sha256 = orEmpty(sha256);
            addresses = addresses == null ? List.of() : List.copyOf(addresses);
        }

        /** Its own name, without folders. */
        String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        boolean hasDigest() {
            return !sha256.isEmpty();
        }
    }

    /** What is downloaded, in bytes. */
    public long size() {
        return files.stream().mapToLong(CatalogFile::size).sum();
    }

    /** Whether what comes can be compared with what was published. */
    public boolean isVerifiable() {
        return files.stream().allMatch(CatalogFile::hasDigest);
    }

    /** Paths by role, relative to the model's folder. */
    Map<String, String> allRoles() {
        Map<String, String> all = new TreeMap<>(roles);
        for (CatalogFile file : files) {
            if (file.role() != null) {
                all.put(file.role(), file.path());
            }
        }
        return all;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void mustBeInside(String path) {
        Path relative = Path.of(path);
        if (relative.isAbsolute()
                || path.isEmpty()
                || !relative.normalize().equals(relative)
                || path.startsWith("..")) {
            throw new IllegalArgumentException("a path must stay in the model's folder, got " + path);
        }
    }
}
