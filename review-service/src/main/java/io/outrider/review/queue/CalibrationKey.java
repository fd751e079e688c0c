package io.outrider.review.queue;

import io.outrider.review.policy.Source;

/** What is calibrated by itself. */
record CalibrationKey(String workspace, String actionType, Source source) {}
