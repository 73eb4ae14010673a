package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A C structure, written field by field in the header's order; structures within it are added as one. Fields that are
 * empty or zero take the library's defaults.
 */
final class Structure {
    private final List<Field> fields = new ArrayList<>();
    private int alignment = 1;
    private int size;
    private int textBytes;

    /** {@code const char *} */
    Structure text(String value) {
        if (value.isEmpty()) {
            return pointers(1);
        }
        byte[] bytes = (value + '\0').getBytes(StandardCharsets.UTF_8);
        textBytes += bytes.length;
        return add(Native.POINTER_SIZE, (into, at, texts) -> into.setPointer(at, texts.put(bytes)));
    }

    /** {@code int32_t} */
    Structure integer(int value) {
        return add(Integer.BYTES, (into, at, texts) -> into.setInt(at, value));
    }

    /** {@code float} */
    Structure decimal(double value) {
        return add(Float.BYTES, (into, at, texts) -> into.setFloat(at, (float) value));
    }

    /** So many texts or pointers that are not set. */
    Structure pointers(int count) {
        for (int i = 0; i < count; i++) {
            add(Native.POINTER_SIZE, (into, at, texts) -> {});
        }
        return this;
    }

    /** So many numbers of either kind that are not set. */
    Structure numbers(int count) {
        for (int i = 0; i < count; i++) {
            integer(0);
        }
        return this;
    }

    Structure structure(Structure inner) {
        int begin = aligned(size, inner.alignment);
        inner.fields.forEach(field -> fields.add(field.movedBy(begin)));
        alignment = Math.max(alignment, inner.alignment);
        size = begin + aligned(inner.size, inner.alignment);
        textBytes += inner.textBytes;
        return this;
    }

    /** All of it, with its texts behind it: C keeps only their addresses. */
    Memory memory() {
        int whole = aligned(size, alignment);
        Memory memory = new Memory(whole + textBytes);
        memory.clear();
        Texts texts = new Texts(memory, whole);
        fields.forEach(field -> field.value().write(memory, field.offset(), texts));
        return memory;
    }

    private Structure add(int bytes, Value value) {
        int begin = aligned(size, bytes);
        fields.add(new Field(begin, value));
        alignment = Math.max(alignment, bytes);
        size = begin + bytes;
        return this;
    }

    private static int aligned(int offset, int to) {
        return (offset + to - 1) / to * to;
    }

    private record Field(int offset, Value value) {
        Field movedBy(int bytes) {
            return new Field(offset + bytes, value);
        }
    }

    private interface Value {
        void write(Memory into, long at, Texts texts);
    }

    private static final class Texts {
        private final Memory memory;
        private long end;

        Texts(Memory memory, long begin) {
            this.memory = memory;
            this.end = begin;
        }

        Pointer put(byte[] text) {
            memory.write(end, text, 0, text.length);
            end += text.length;
            return memory.share(end - text.length);
        }
    }
}
