package io.outrider.research.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.outrider.research.app.Codec;
import io.outrider.research.app.Request;
import io.outrider.research.app.Requests.Stored;
import io.outrider.research.v1.EnrichCompanyResponse;
import io.outrider.research.v1.EnrichPersonResponse;
import io.outrider.research.v1.FindContactsResponse;
import io.outrider.research.v1.ResearchAccountResponse;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Work;
import java.util.function.Function;

/** How responses are stored: as their own bytes; a brief stands in its own table and is put back. */
public final class AnswerCodecs {

    private static final byte[] NO_BRIEF = {};

    public static final Codec<ResearchAccountResponse> RESEARCH_ACCOUNT = codec(
            answer -> answer.toBuilder().clearBrief().build(),
            answer -> answer.getBrief().toByteArray(),
            ResearchAccountResponse.parser(),
            (answer, brief) -> answer.toBuilder()
                    .setBrief(brief)
                    .setWork(replayed(answer.getWork()))
                    .build());

    public static final Codec<EnrichCompanyResponse> ENRICH_COMPANY = codec(
            Function.identity(),
            answer -> NO_BRIEF,
            EnrichCompanyResponse.parser(),
            (answer, brief) ->
                    answer.toBuilder().setWork(replayed(answer.getWork())).build());

    public static final Codec<EnrichPersonResponse> ENRICH_PERSON = codec(
            Function.identity(),
            answer -> NO_BRIEF,
            EnrichPersonResponse.parser(),
            (answer, brief) ->
                    answer.toBuilder().setWork(replayed(answer.getWork())).build());

    public static final Codec<FindContactsResponse> FIND_CONTACTS = codec(
            Function.identity(),
            answer -> NO_BRIEF,
            FindContactsResponse.parser(),
            (answer, brief) ->
                    answer.toBuilder().setWork(replayed(answer.getWork())).build());

    private AnswerCodecs() {}

    private static Work replayed(Work work) {
        return work.toBuilder().setReplayed(true).build();
    }

    private static <A extends Message> Codec<A> codec(
            Function<A, A> lean, Function<A, byte[]> brief, Parser<A> parser, Completion<A> complete) {
        return new Codec<>() {
            @Override
            public Stored encode(Request request, A answer) {
                return new Stored(request.bodySha256(), lean.apply(answer).toByteArray(), brief.apply(answer));
            }

            @Override
            public A decode(Stored stored) {
                try {
                    return complete.with(parser.parseFrom(stored.response()), Brief.parseFrom(stored.briefDocument()));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException("A stored answer cannot be read", e);
                }
            }
        };
    }

    /** Puts a stored answer together again. */
    private interface Completion<A> {
        A with(A answer, Brief brief);
    }
}
