package io.outrider.sandbox.site;

/** One page: the inside of its main element, and what stands around it. */
record Page(String path, String title, String description, String main) {}
