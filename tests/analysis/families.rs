//! Families of policies that grow: some hard on purpose, some as large policies are.

use std::fmt::Write;

/// A small generator of numbers that are the same on every machine.
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}

const LADDER: [&str; 7] = ["reminder", "review", "notice", "demerit", "demotion", "removal", "dismissal"];

fn ladder() -> String {
    format!("scale measure {{ {} }}\noutcome sanction: measure combine heaviest\n", LADDER.join(" < "))
}

/// Two or three neighbours on the ladder.
fn some_measures(numbers: &mut Numbers) -> String {
    let (low, count) = (numbers.below(5), 2 + numbers.below(2));
    format!("<{}>", LADDER[low..low + count].join(", "))
}

/// `n` bools; the one at the place that is the number of true ones decides: every order of variables makes its diagram
/// grow exponentially.
pub fn hidden_weighted_bit(n: usize) -> String {
    let mut text = String::from("scale measure { reminder < warning }\noutcome sanction: measure\n");
    for bit in 1..=n {
        writeln!(text, "fact x{bit}: bool").unwrap();
    }
    for bit in 1..=n {
        for count in 1..=bit {
            let (own, fewer) = (format!("x{bit}"), format!("at_least_{}_of_{}", count - 1, bit - 1));
            let same = format!("at_least_{count}_of_{}", bit - 1);
            let with = if count == 1 { own } else { format!("({own} and {fewer})") };
            let value = if count == bit { with } else { format!("{same} or {with}") };
            writeln!(text, "define at_least_{count}_of_{bit} = {value}").unwrap();
        }
    }
    let exactly = |count: usize| match count {
        count if count == n => format!("at_least_{n}_of_{n}"),
        count => format!("at_least_{count}_of_{n} and not at_least_{}_of_{n}", count + 1),
    };
    for count in 1..=n {
        writeln!(text, "article {count} {{ if {} and x{count} then sanction = warning }}", exactly(count)).unwrap();
    }
    text
}

/// `n` bools that have nothing to do with each other, each with a measure of its own that is imposed besides the others.
pub fn independent(n: usize) -> String {
    let members: Vec<String> = (0..n).map(|one| format!("m{one}")).collect();
    let mut text = format!("enum measure {{ {} }}\noutcome sanction: measure combine accumulate\n", members.join(", "));
    for one in 0..n {
        writeln!(text, "fact x{one}: bool\narticle {} {{ if x{one} then sanction = m{one} }}", one + 1).unwrap();
    }
    text
}

/// A chain of `n` defines of which each mentions the one before.
pub fn chain(n: usize) -> String {
    let mut text = String::from("scale measure { reminder < warning }\noutcome sanction: measure\nfact x0: bool\n");
    text += "define d0 = x0\n";
    for one in 1..=n {
        let by = if one % 2 == 0 { "and" } else { "or" };
        writeln!(text, "fact x{one}: bool\ndefine d{one} = d{} {by} x{one}", one - 1).unwrap();
    }
    writeln!(text, "article 1 {{ if d{n} then sanction = warning }}").unwrap();
    text
}

/// A chain of `n` defines of which each mentions the one before twice.
pub fn doubled(n: usize) -> String {
    let mut text = String::from("scale measure { reminder < warning }\noutcome sanction: measure\nfact x: bool\n");
    text += "fact y: bool\ndefine d0 = x\n";
    for one in 1..=n {
        writeln!(text, "define d{one} = (d{0} and y) or (not d{0} and not y)", one - 1).unwrap();
    }
    writeln!(text, "article 1 {{ if d{n} then sanction = warning }}").unwrap();
    text
}

/// `n` days of which each is related to each other one by some distance.
pub fn days(n: usize, unit: &str) -> String {
    let mut text = ladder();
    (0..n).for_each(|one| writeln!(text, "fact day{one}: date").unwrap());
    let mut article = 0;
    for a in 0..n {
        for b in a + 1..n {
            article += 1;
            let measure = LADDER[article % LADDER.len()];
            writeln!(text, "article {article} {{ if day{a} ≤ day{b} + {article} {unit} then sanction = {measure} }}")
                .unwrap();
        }
    }
    text
}

/// A number that is compared with `n` others.
pub fn thresholds(n: usize) -> String {
    let mut text = ladder() + "fact days: int\n";
    for one in 1..=n {
        let measure = LADDER[one % LADDER.len()];
        writeln!(text, "article {one} {{ if days ∈ {} .. {} then sanction = {measure} }}", 2 * one, 3 * one).unwrap();
    }
    text
}

/// `n` numbers of which each is compared with each other one.
pub fn compared(n: usize) -> String {
    let mut text = ladder();
    (0..n).for_each(|one| writeln!(text, "fact n{one}: int").unwrap());
    let mut article = 0;
    for a in 0..n {
        for b in 0..a {
            article += 1;
            let measure = LADDER[article % LADDER.len()];
            writeln!(text, "article {article} {{ if n{a} > n{b} + {article} then sanction = {measure} }}").unwrap();
        }
    }
    text
}

/// `rules` rules of which each looks at some of `facts` bools, drawn at random.
pub fn random(rules: usize, facts: usize, seed: u64) -> String {
    let mut numbers = Numbers::new(seed);
    let mut text = ladder();
    (0..facts).for_each(|fact| writeln!(text, "fact x{fact}: bool").unwrap());
    for rule in 1..=rules {
        let literals: Vec<String> = (0..3 + numbers.below(2))
            .map(|_| format!("{}x{}", if numbers.below(2) == 0 { "" } else { "not " }, numbers.below(facts)))
            .collect();
        let measures = some_measures(&mut numbers);
        writeln!(text, "article {rule} {{ if {} then sanction ∈ {measures} }}", literals.join(" and ")).unwrap();
    }
    text
}

/// A large regulation of about `facts` facts as they are written: many kinds of misconduct, each with rules for how
/// grave it was, and a few facts that matter everywhere.
pub fn regulation(rules: usize, facts: usize, seed: u64) -> String {
    let mut numbers = Numbers::new(seed);
    let mut text = ladder();
    text += "scale severity { minor < moderate < major < extreme }\nscale attitude { good < poor < refused }\n";
    text += "fact severity: severity\nfact attitude: attitude\nfact repeated: bool\nfact loss: money\nfact days: int\n";
    let acts = facts - 5;
    for act in 0..acts {
        let kind = ["bool", "bool", "severity", "int"][act % 4];
        writeln!(text, "fact act{act}: {kind}").unwrap();
    }
    let own = |numbers: &mut Numbers, act: usize| match act % 4 {
        0 | 1 => format!("act{act}"),
        2 => format!("act{act} ≥ {}", ["moderate", "major", "extreme"][numbers.below(3)]),
        _ => format!("act{act} > {}", 10 * (1 + numbers.below(5))),
    };
    let common = |numbers: &mut Numbers| match numbers.below(6) {
        0 => format!("severity ≥ {}", ["moderate", "major", "extreme"][numbers.below(3)]),
        1 => format!("attitude ≥ {}", ["poor", "refused"][numbers.below(2)]),
        2 => "repeated".to_owned(),
        3 => format!("loss ≥ {}000.00 CNY", 1 + numbers.below(5)),
        4 => format!("days > {}", 30 * (1 + numbers.below(3))),
        _ => "not repeated".to_owned(),
    };
    for rule in 1..=rules {
        // Rules on one act stand together, and name the act next to it now and then.
        let act = (rule - 1) * acts / rules;
        let mut parts = vec![own(&mut numbers, act)];
        if numbers.below(3) == 0 {
            let other = own(&mut numbers, (act + 1) % acts);
            parts.push(if numbers.below(2) == 0 { other } else { format!("not ({other})") });
        }
        parts.push(common(&mut numbers));
        if numbers.below(2) == 0 {
            parts.push(common(&mut numbers));
        }
        let measures = some_measures(&mut numbers);
        writeln!(text, "article {rule} {{ if {} then sanction ∈ {measures} }}", parts.join(" and ")).unwrap();
    }
    let (exempt, adjust) = (rules + 1, rules + 2);
    writeln!(text, "article {exempt} {{ exempt sanction if repeated and attitude = good and severity = minor }}")
        .unwrap();
    writeln!(text, "article {adjust} {{ adjust sanction by lighten if attitude = good }}").unwrap();
    text + "ensure sanction rises with severity\nensure sanction is addressed when severity = extreme and act0\n"
}
