package io.outrider.kit.model;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands the provider's own numbers to the question that is being asked on this thread. */
@ApplicationScoped
class UsageListener implements ChatModelListener {

    static final ScopedValue<UsageMeter> METER = ScopedValue.newInstance();

    @Override
    public void onResponse(ChatModelResponseContext context) {
        if (METER.isBound()) {
            var metadata = context.chatResponse().metadata();
            METER.get().add(metadata.tokenUsage(), metadata.modelName());
        }
    }
}
