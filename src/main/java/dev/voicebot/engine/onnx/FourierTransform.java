package dev.voicebot.engine.onnx;

/** Two windows of sound as frequencies at once, which costs as little as one: by Cooley and Tukey, of any length. */
final class FourierTransform {
    private final int length;
    private final double[] cosines;
    private final double[] sines;
    private final double[] first; // real parts
    private final double[] second; // imaginary parts
    private double[] inFirst;
    private double[] inSecond;

    FourierTransform(int length) {
        this.length = length;
        cosines = new double[length];
        sines = new double[length];
        for (int i = 0; i < length; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / length);
            sines[i] = Math.sin(2 * Math.PI * i / length);
        }
        first = new double[length];
        second = new double[length];
        inFirst = first;
        inSecond = second;
    }

    void take(double[] oneWindow, double[] otherWindow) {
        inFirst = oneWindow;
        inSecond = otherWindow;
        transform(0, 1, length, 0);
    }

    /** Every {@code stride}-th sample from {@code from} on becomes {@code size} frequencies, from {@code to} on. */
    private void transform(int from, int stride, int size, int to) {
        if (size == 1) {
            first[to] = inFirst[from];
            second[to] = inSecond[from];
            return;
        }
        int parts = smallestFactor(size);
        int part = size / parts;
        for (int i = 0; i < parts; i++) {
            transform(from + i * stride, stride * parts, part, to + i * part);
        }
        double[] real = new double[parts];
        double[] imaginary = new double[parts];
        for (int i = 0; i < part; i++) {
            for (int j = 0; j < parts; j++) {
                real[j] = first[to + i + j * part];
                imaginary[j] = second[to + i + j * part];
            }
            for (int j = 0; j < parts; j++) {
                combine(real, imaginary, stride, i + j * part, to);
            }
        }
    }

    private void combine(double[] real, double[] imaginary, int stride, int frequency, int to) {
        double sumReal = 0;
        double sumImaginary = 0;
        for (int i = 0; i < real.length; i++) {
            int turn = stride * i * frequency % length;
            sumReal += real[i] * cosines[turn] + imaginary[i] * sines[turn];
            sumImaginary += imaginary[i] * cosines[turn] - real[i] * sines[turn];
        }
        first[to + frequency] = sumReal;
        second[to + frequency] = sumImaginary;
    }

    private static int smallestFactor(int size) {
        int factor = 2;
        while (size % factor != 0) {
            factor++;
        }
        return factor;
    }

    /** Of the frequencies from zero to half the sample rate, in the one window. */
    double[] firstPowers() {
        return powers(first, second);
    }

    /** The same of the other. */
    double[] secondPowers() {
        return powers(second, first);
    }

    /** The one is what of the sum is even, the other what is odd. */
    private double[] powers(double[] own, double[] other) {
        double[] powers = new double[length / 2 + 1];
        for (int i = 0; i < powers.length; i++) {
            int mirrored = (length - i) % length;
            double even = own[i] + own[mirrored];
            double odd = other[i] - other[mirrored];
            powers[i] = (even * even + odd * odd) / 4;
        }
        return powers;
    }
}
