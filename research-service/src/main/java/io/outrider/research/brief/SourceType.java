package io.outrider.research.brief;

/** Where a page comes from. */
public enum SourceType {
    COMPANY_SITE,
    NEWS,
    JOB,
    PROVIDER
}
