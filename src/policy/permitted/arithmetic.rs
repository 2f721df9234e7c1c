//! Sums and halves without rounding.
//!
//! `Decimal` rounds where the digits do not fit. A permitted set may not: its laws, and the answer, would depend on the
//! order of the rules.

use super::super::value::ArithmeticError;
use rust_decimal::Decimal;

/// The exact sum, with as many digits after the point as the operands show.
///
/// # Errors
/// [`ArithmeticError::Overflow`] where it has more than the 28 digits of a decimal.
pub(super) fn sum(a: Decimal, b: Decimal) -> Result<Decimal, ArithmeticError> {
    let (sum, scale) = aligned_sum(a, b)?;
    exactly(sum, scale, a.scale().max(b.scale()))
}

/// The exact value half way between two.
///
/// # Errors
/// As [`sum`].
pub(super) fn middle(a: Decimal, b: Decimal) -> Result<Decimal, ArithmeticError> {
    let (sum, scale) = aligned_sum(a, b)?;
    let shown = a.scale().max(b.scale());
    if sum % 2 == 0 {
        return exactly(sum / 2, scale, shown);
    }
    exactly(sum.checked_mul(5).ok_or(ArithmeticError::Overflow)?, scale + 1, shown)
}

/// The value with so many digits after the point, or as many as fit; never fewer than it needs.
pub(super) fn showing(value: Decimal, digits: u32) -> Decimal {
    let mut shown = value.normalize();
    shown.rescale(shown.scale().max(digits));
    shown
}

/// The sum of two values as a whole number of units of the last place.
///
/// Both are taken without trailing zeros. If this overflows, the result needs more digits than a decimal has.
fn aligned_sum(a: Decimal, b: Decimal) -> Result<(i128, u32), ArithmeticError> {
    let (a, b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    let aligned = |value: Decimal| {
        let factor = 10_i128.checked_pow(scale - value.scale())?;
        value.mantissa().checked_mul(factor)
    };
    let sum = aligned(a).zip(aligned(b)).and_then(|(a, b)| a.checked_add(b));
    Ok((sum.ok_or(ArithmeticError::Overflow)?, scale))
}

fn exactly(mut units: i128, mut scale: u32, shown: u32) -> Result<Decimal, ArithmeticError> {
    while scale > 0 && units % 10 == 0 {
        units /= 10;
        scale -= 1;
    }
    let value = Decimal::try_from_i128_with_scale(units, scale).map_err(|_| ArithmeticError::Overflow)?;
    Ok(showing(value, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn digits_after_the_point_stay() {
        let shown = |result: Result<Decimal, ArithmeticError>| result.unwrap().to_string();
        assert_eq!(shown(sum(decimal("200.00"), decimal("0.5"))), "200.50");
        assert_eq!(shown(sum(decimal("1.25"), decimal("0.75"))), "2.00");
        assert_eq!(shown(middle(decimal("200.00"), decimal("1000.00"))), "600.00");
        assert_eq!(shown(middle(decimal("0.01"), decimal("0.02"))), "0.015");
        assert_eq!(shown(middle(decimal("1"), decimal("2"))), "1.5");
        assert_eq!(shown(middle(decimal("-1.00"), decimal("1"))), "0.00");
    }

    #[test]
    fn what_would_be_rounded_is_an_overflow() {
        let smallest = Decimal::new(1, 28);
        assert_eq!(sum(Decimal::MAX, Decimal::ONE), Err(ArithmeticError::Overflow));
        assert_eq!(sum(Decimal::MAX, decimal("0.5")), Err(ArithmeticError::Overflow));
        assert_eq!(sum(Decimal::MAX, smallest), Err(ArithmeticError::Overflow));
        assert_eq!(middle(smallest, Decimal::ZERO), Err(ArithmeticError::Overflow));
        assert_eq!(middle(Decimal::MAX, Decimal::MAX), Ok(Decimal::MAX));
        assert_eq!(sum(Decimal::MAX, Decimal::MIN), Ok(Decimal::ZERO));
        let half = decimal("7922816251426433759354395033.5");
        assert_eq!(sum(half, half), Ok(decimal("15845632502852867518708790067")));
    }

    #[test]
    fn digits_that_do_not_fit_are_left_out() {
        assert_eq!(showing(Decimal::MAX, 2), Decimal::MAX);
        assert_eq!(showing(decimal("1.250"), 0).to_string(), "1.25");
    }
}
