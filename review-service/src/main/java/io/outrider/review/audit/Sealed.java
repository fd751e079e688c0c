package io.outrider.review.audit;

/** @param jws over the checkpoint, of type "outrider-checkpoint+jwt" */
public record Sealed(Checkpoint checkpoint, String jws) {}
