package org.stitchery.service.account;

import java.util.Set;

/** What an account may do, as the words that the security annotations, the database and the pages share. */
public final class Role {

    /** Orders embroidery and sees only what is their own. */
    public static final String CUSTOMER = "customer";
    /** Stands at the machines: hoops, starts, stops, answers for suspect runs. */
    public static final String OPERATOR = "operator";
    /** Releases orders and decides what is sewn where and when; may do all an operator may. */
    public static final String PLANNER = "planner";
    /** Reads everything, stops machines, changes machines and roles. */
    public static final String OWNER = "owner";

    /** All of them. */
    public static final Set<String> ALL = Set.of(CUSTOMER, OPERATOR, PLANNER, OWNER);

    private Role() {}
}
