import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Build step: rewrites the class files of a jar to Java 17's version. A class-data archive takes none older than Java 6,
 * and picocli is compiled for Java 5, which made the archive useless for every start.
 */
final class NewerClassFiles {
    private NewerClassFiles() {}

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Path rewritten = Path.of(jar + ".rewritten");
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipInputStream in = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                copy(entry, in, out, classes);
            }
        }
        Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipEntry entry, InputStream in, OutputStream target, ClassLoader classes)
            throws IOException {
        ZipOutputStream out = (ZipOutputStream) target;
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        byte[] bytes = in.readAllBytes();
        boolean isClass = entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
        out.write(isClass ? newer(bytes, classes) : bytes);
        out.closeEntry();
    }

    /** Verifying the newer version needs stack maps, which Java 5 did not write. */
    private static byte[] newer(byte[] bytes, ClassLoader classes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String parent, String[] types) {
                super.visit(Opcodes.V17, access, name, signature, parent, types);
            }
        }, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
