package io.outrider.sandbox.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Something that may be offered, and the proof points behind it: {@code text (proof: pp_1, pp_2)}. */
record ValueProp(String text, List<String> proofIds) {

    private static final Pattern PROOFS = Pattern.compile("\\(proof: ([^)]*)\\)\\s*$");

    static ValueProp of(Fence fence) {
        var proofs = PROOFS.matcher(fence.text());
        if (!proofs.find()) {
            return new ValueProp(fence.text(), List.of());
        }
        return new ValueProp(
                fence.text().substring(0, proofs.start()).strip(),
                Arrays.stream(proofs.group(1).split(",")).map(String::strip).toList());
    }
}
