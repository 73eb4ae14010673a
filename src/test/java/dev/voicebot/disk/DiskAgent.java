package dev.voicebot.disk;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;

/** Makes Java's own file classes ask {@link Disk} before every change, in a virtual machine that is started with it. */
public final class DiskAgent {
    private DiskAgent() {}

    /** The option that a virtual machine with these classes is started with; the agent is made in {@code folder}. */
    public static String option(Path folder) throws IOException {
        return "-javaagent:" + jar(folder.resolve("disk-agent.jar"), DiskAgent.class) + "="
                + jar(folder.resolve("disk.jar"), Disk.class, Disk.End.class);
    }

    private static Path jar(Path file, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), DiskAgent.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var in = DiskAgent.class.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
        }
        return file;
    }

    /** Called by Java before the program. */
    public static void premain(String diskJar, Instrumentation instrumentation) throws IOException {
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(diskJar));
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .ignore(none())
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .with(RedefinitionStrategy.Listener.ErrorEscalating.FAIL_FAST)
                .type(named("java.io.RandomAccessFile"))
                .transform((type, c, l, m, d) -> with(
                        with(
                                with(
                                        type,
                                        ArrayWrite.class,
                                        named("write").and(takesArguments(byte[].class, int.class, int.class))),
                                WholeArrayWrite.class,
                                named("write").and(takesArguments(byte[].class))),
                        FieldChange.class,
                        named("setLength")))
                .type(named("sun.nio.ch.FileChannelImpl"))
                .transform((type, c, l, m, d) -> with(
                        with(type, BufferWrite.class, named("write").and(DiskAgent.takesBuffer())),
                        FieldChange.class,
                        named("truncate")))
                .type(named("sun.nio.fs.UnixFileSystemProvider"))
                .transform((type, c, l, m, d) -> with(
                        with(
                                type,
                                PathChange.class,
                                named("createDirectory").or(named("move")).or(named("implDelete"))),
                        OpenToWrite.class,
                        isPublic().and(named("newFileChannel").or(named("newByteChannel")))))
                .installOn(instrumentation);
    }

    private static ElementMatcher.Junction<net.bytebuddy.description.method.MethodDescription> takesBuffer() {
        return takesArguments(ByteBuffer.class).or(takesArguments(ByteBuffer.class, long.class));
    }

    private static DynamicType.Builder<?> with(
            DynamicType.Builder<?> type,
            Class<?> advice,
            ElementMatcher<? super net.bytebuddy.description.method.MethodDescription> methods) {
        return type.visit(Advice.to(advice).on(methods));
    }

    /** {@code RandomAccessFile.write(bytes, offset, length)}. */
    static final class ArrayWrite {
        private ArrayWrite() {}

        @Advice.OnMethodEnter
        static void before(
                @Advice.FieldValue("path") String path, @Advice.Argument(value = 2, readOnly = false) int length)
                throws IOException {
            length = Disk.write(path, length);
        }

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("path") String path) throws IOException {
            Disk.written(path);
        }
    }

    /** {@code RandomAccessFile.write(bytes)}. */
    static final class WholeArrayWrite {
        private WholeArrayWrite() {}

        @Advice.OnMethodEnter
        static void before(
                @Advice.FieldValue("path") String path, @Advice.Argument(value = 0, readOnly = false) byte[] bytes)
                throws IOException {
            bytes = java.util.Arrays.copyOf(bytes, Disk.write(path, bytes.length));
        }

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("path") String path) throws IOException {
            Disk.written(path);
        }
    }

    /** {@code FileChannel.write}. */
    static final class BufferWrite {
        private BufferWrite() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path, @Advice.Argument(0) ByteBuffer bytes)
                throws IOException {
            Disk.write(path, bytes);
        }

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("path") String path) throws IOException {
            Disk.written(path);
        }
    }

    /** What changes a file that is open. */
    static final class FieldChange {
        private FieldChange() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) throws IOException {
            Disk.change(path);
        }
    }

    /** What changes a name. */
    static final class PathChange {
        private PathChange() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path) throws IOException {
            Disk.change(path);
        }
    }

    /** A file that is opened to write. */
    static final class OpenToWrite {
        private OpenToWrite() {}

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(0) Path path, @Advice.Argument(1) Set<? extends OpenOption> options)
                throws IOException {
            if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
                Disk.change(path);
            }
        }
    }
}
