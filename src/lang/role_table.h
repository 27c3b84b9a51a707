/* The roles a value can have in a statement; the patterns of form_table.h give them. The role says
 * what the value is for, the type (enum value_type) what it is. No include guard: it is read
 * repeatedly. */
ROLE(remark)
ROLE(evidence) ROLE(digest) ROLE(motion) ROLE(adjusted) ROLE(all) ROLE(alliance) ROLE(amount) ROLE(
    arbitration) ROLE(ballot) ROLE(base) ROLE(basis) ROLE(body) ROLE(by) ROLE(by_text) ROLE(cap)
    ROLE(capital) ROLE(cash) ROLE(catch_up) ROLE(category) ROLE(cause) ROLE(cause2) ROLE(causes)
        ROLE(class) ROLE(compound) ROLE(court) ROLE(covenant) ROLE(cumulative) ROLE(currency) ROLE(
            date) ROLE(day) ROLE(delay) ROLE(due) ROLE(duration) ROLE(each) ROLE(event) ROLE(every)
            ROLE(exclusivity) ROLE(field) ROLE(figure) ROLE(form) ROLE(frequency) ROLE(from) ROLE(
                fulltime) ROLE(fund) ROLE(game) ROLE(go) ROLE(grant) ROLE(groups) ROLE(income)
                ROLE(items) ROLE(kind) ROLE(kind2) ROLE(lead) ROLE(least) ROLE(leaving) ROLE(
                    licensee) ROLE(licensee_text) ROLE(limit) ROLE(loss) ROLE(majority) ROLE(makers)
                    ROLE(matter) ROLE(measure) ROLE(members) ROLE(method) ROLE(months) ROLE(
                        most) ROLE(name) ROLE(nature) ROLE(none) ROLE(normalised)
                        ROLE(number) ROLE(objection) ROLE(of) ROLE(on) ROLE(one) ROLE(other) ROLE(
                            owners) ROLE(parts) ROLE(party) ROLE(path) ROLE(payer)
                            ROLE(payer_text) ROLE(per) ROLE(project) ROLE(project2)
                                ROLE(project_kind) ROLE(proxy) ROLE(purpose) ROLE(ref) ROLE(repaid)
                                    ROLE(rest) ROLE(rest_figure) ROLE(result) ROLE(results)
                                        ROLE(return ) ROLE(role) ROLE(scope) ROLE(score) ROLE(share)
                                            ROLE(share_of_rest)
                                                ROLE(shares) ROLE(split) ROLE(stakes) ROLE(state)
                                                    ROLE(strength) ROLE(strict) ROLE(subject)
                                                        ROLE(terms) ROLE(text) ROLE(times) ROLE(to)
                                                            ROLE(together) ROLE(what) ROLE(who)
                                                                ROLE(who2) ROLE(work) ROLE(worth)
