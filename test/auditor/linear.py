"""Linear programs in fractions: the simplex method with Bland's rule, slow and plain."""
from fractions import Fraction


def pivot(rows, row, column):
    rows[row] = [value / rows[row][column] for value in rows[row]]
    for other, values in enumerate(rows):
        if other != row and values[column]:
            times = values[column]
            rows[other] = [value - times * own for value, own in zip(values, rows[row])]


def improve(rows, basis, columns):
    """Pivots until no column can lower the last row's value; False where nothing bounds it."""
    while True:
        column = next((at for at in range(columns) if rows[-1][at] < 0), None)
        if column is None:
            return True
        ratios = [(rows[at][-1] / rows[at][column], basis[at], at) for at in range(len(basis))
                  if rows[at][column] > 0]
        if not ratios:
            return False
        row = min(ratios)[2]
        pivot(rows, row, column)
        basis[row] = column


def maximise(goal, at_most, equal):
    """The largest goal·x over free x with a·x <= b for (a, b) in at_most and a·x = b in equal:
    (value, x), or None where there is no x. What has no bound raises ArithmeticError."""
    count, slacks = len(goal), len(at_most)
    columns = 2 * count + slacks
    rows, basis = [], []
    for number, (left, right) in enumerate([*at_most, *equal]):
        row = [value for part in left for value in (Fraction(part), -Fraction(part))]
        row += [Fraction(number == at) for at in range(slacks)] + [Fraction(right)]
        rows.append([-value for value in row] if right < 0 else row)
    whole = columns + len(rows)
    for number, row in enumerate(rows):     # an artificial variable each, driven out first
        row[-1:-1] = [Fraction(number == at) for at in range(len(rows))]
        basis.append(columns + number)
    rows.append([-sum(row[at] for row in rows) if at < columns or at == whole else Fraction(0)
                 for at in range(whole + 1)])
    improve(rows, basis, whole)
    if rows[-1][-1] != 0:
        return None
    for row, column in enumerate(basis):
        swap = next((at for at in range(columns) if rows[row][at]), None)
        if column >= columns and swap is not None:
            pivot(rows, row, swap)
            basis[row] = swap
    kept = [at for at, column in enumerate(basis) if column < columns]
    rows, basis = [rows[at][:columns] + rows[at][-1:] for at in kept], [basis[at] for at in kept]
    last = [-value for part in goal for value in (Fraction(part), -Fraction(part))]
    rows.append(last + [Fraction(0)] * (slacks + 1))
    for row, column in enumerate(basis):
        if rows[-1][column]:
            times = rows[-1][column]
            rows[-1] = [value - times * own for value, own in zip(rows[-1], rows[row])]
    if not improve(rows, basis, columns):
        raise ArithmeticError("no bound")
    found = dict(zip(basis, (row[-1] for row in rows[:-1])))
    return rows[-1][-1], [found.get(2 * at, Fraction(0)) - found.get(2 * at + 1, Fraction(0))
                          for at in range(count)]
