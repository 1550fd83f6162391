package org.stitchery.driver.httppull;

/**
 * What is remembered of the last delivery, for an agent that did not hear our last answer and says the same thing again.
 *
 * @param offer what was offered
 * @param claim whose it was, empty when nobody fetched it
 * @param well true when it ended as delivered or sewn
 */
record Finished(Offer offer, String claim, boolean well) {

    boolean isMeantBy(Said said) {
        return !claim.isEmpty() && said.text("claim").equals(claim) && offer.isMeantBy(said);
    }
}
