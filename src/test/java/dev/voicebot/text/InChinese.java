package dev.voicebot.text;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For tests of the interface in Chinese; all others have it in English, whatever the locale. */
public final class InChinese implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        Messages.use(UiLanguage.ZH);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Messages.use(UiLanguage.EN);
    }
}
