use super::Language;
#[cfg(feature = "serde")]
use serde::{Serialize, Serializer};
use std::fmt;

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Severity {
    /// Worth knowing.
    Hint,
    /// A fault of the regulation or its encoding.
    Warning,
    /// The policy or the input cannot be used.
    Error,
}

/// What kind of fault a diagnostic names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Group {
    /// The text, the policy or the facts cannot be used.
    Error,
    /// 空白: something that the regulation leaves open.
    Blank,
    /// 模糊: something that hangs on a judgement or a reading.
    Vague,
    /// 混乱: something that can be read or applied in two ways.
    Confused,
    /// 失衡: a lighter answer to what is worse.
    Disproportion,
    /// 负担: duties and powers in too few hands, or in the wrong ones.
    Burden,
    /// 未决: what the program could not find out.
    Undecided,
}

impl Group {
    /// Every group, errors first.
    pub const ALL: [Self; 7] =
        [Self::Error, Self::Blank, Self::Vague, Self::Confused, Self::Disproportion, Self::Burden, Self::Undecided];

    /// The letter that the codes of the group begin with.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Error => "E",
            Self::Blank => "B",
            Self::Vague => "V",
            Self::Confused => "C",
            Self::Disproportion => "D",
            Self::Burden => "U",
            Self::Undecided => "N",
        }
    }

    /// Its name in a language, as it can be selected.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (english, chinese) = match self {
            Self::Error => ("error", "错误"),
            Self::Blank => ("blank", "空白"),
            Self::Vague => ("vague", "模糊"),
            Self::Confused => ("confused", "混乱"),
            Self::Disproportion => ("disproportion", "失衡"),
            Self::Burden => ("burden", "负担"),
            Self::Undecided => ("undecided", "未决"),
        };
        match language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }
}

macro_rules! registry {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $group:ident, $severity:ident;)+) => {
        /// The stable code of a diagnostic. A code is never reused for another meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code as it is printed: `E0301`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The group it belongs to.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)+ }
            }

            /// How serious it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            pub(super) fn page_text(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../../docs/codes/", $code, ".md")),)+ }
            }
        }
    };
}

registry! {
    /// A file cannot be opened or read.
    Unreadable = "E0101", Error, Error;
    /// A folder or device stands where a file is expected.
    NotAFile = "E0102", Error, Error;
    /// The file is larger than the limit.
    FileTooLarge = "E0103", Error, Error;
    /// The file is not UTF-8.
    NotUtf8 = "E0104", Error, Error;
    /// An invisible or direction-changing character.
    InvisibleCharacter = "E0105", Error, Error;
    /// A control character, such as NUL or a carriage return without line feed.
    ControlCharacter = "E0106", Error, Error;
    /// A full-width letter or digit.
    FullWidthCharacter = "E0107", Error, Error;
    /// A name that is not in Unicode normal form C.
    NotNormalised = "E0108", Error, Error;
    /// Brackets or `not` nest too deep.
    NestedTooDeep = "E0109", Error, Error;
    /// A name is longer than the limit.
    NameTooLong = "E0110", Error, Error;
    /// A quotation mark is never closed.
    UnclosedString = "E0111", Error, Error;
    /// A comment is never closed.
    UnclosedComment = "E0112", Error, Error;
    /// Nothing but blanks and comments.
    EmptyFile = "E0113", Error, Error;
    /// A file that is used cannot be found.
    UseNotFound = "E0114", Error, Error;
    /// A file that is used lies outside the policy's folder tree.
    UseOutside = "E0115", Error, Error;
    /// Files that use each other in a circle.
    UseCycle = "E0116", Error, Error;
    /// Something in a used file that cannot be shared.
    UseForbidden = "E0117", Error, Error;
    /// Too many files are used.
    UseTooMany = "E0118", Error, Error;

    /// Something stands where it cannot stand.
    UnexpectedText = "E0201", Error, Error;
    /// A keyword is misspelt.
    MisspeltKeyword = "E0202", Error, Error;
    /// A closing brace is missing.
    MissingBrace = "E0203", Error, Error;
    /// A closing brace closes nothing.
    StrayBrace = "E0204", Error, Error;
    /// `and` and `or` without parentheses.
    MixedAndOr = "E0205", Error, Error;
    /// A chain of comparisons or of `implies`.
    ChainedOperator = "E0206", Error, Error;
    /// A number that is too large or too long.
    NumberOutOfRange = "E0207", Error, Error;
    /// A date that the calendar does not have.
    ImpossibleDate = "E0208", Error, Error;
    /// A set without values.
    EmptySet = "E0209", Error, Error;
    /// A keyword used as a name.
    ReservedWord = "E0210", Error, Error;
    /// An escape in a string that does not exist.
    UnknownEscape = "E0211", Error, Error;
    /// An article or item number that is zero, too large or no number.
    BadClauseNumber = "E0212", Error, Error;
    /// An operator of another language.
    ForeignOperator = "E0213", Error, Error;

    /// A name that nothing declares.
    UnknownName = "E0301", Error, Error;
    /// Two declarations of one name.
    DuplicateName = "E0302", Error, Error;
    /// Two clauses with one number.
    DuplicateClause = "E0303", Error, Error;
    /// A citation of a clause that does not exist.
    UnknownClause = "E0304", Error, Error;
    /// A fact or define named like a member.
    ShadowedMember = "E0305", Error, Error;
    /// A value that its scale or enum does not have.
    UnknownMember = "E0306", Error, Error;
    /// Defines that need each other.
    CyclicDefine = "E0307", Error, Error;
    /// Rules that override each other in a circle.
    CyclicOverride = "E0308", Error, Error;
    /// An outcome that is assigned but not declared.
    UnknownOutcome = "E0309", Error, Error;
    /// A type that nothing declares.
    UnknownType = "E0310", Error, Error;
    /// A body that nothing declares.
    UnknownBody = "E0311", Error, Error;
    /// A name of another kind than the place needs.
    WrongKindOfName = "E0312", Error, Error;
    /// A part that may be given once is given twice.
    GivenTwice = "E0313", Error, Error;
    /// A role that nothing declares.
    UnknownRole = "E0314", Error, Error;
    /// A name that belongs to roles, without saying to which.
    RoleMissing = "E0315", Error, Error;
    /// A field that the record does not have.
    UnknownField = "E0316", Error, Error;
    /// Outcomes that read each other in a circle.
    CyclicOutcome = "E0317", Error, Error;
    /// A duty, prohibition or right that nothing declares.
    UnknownDuty = "E0318", Error, Error;
    /// A step that the procedure does not have.
    UnknownStep = "E0319", Error, Error;
    /// Steps that follow each other in a circle.
    CyclicSteps = "E0320", Error, Error;
    /// A step that several procedures have.
    AmbiguousStep = "E0321", Error, Error;
    /// A check that the step does not have.
    UnknownCheck = "E0322", Error, Error;
    /// An effect that no clause gives.
    UnknownEffect = "E0323", Error, Error;
    /// A value that several scales or enums have, where nothing says which is meant.
    AmbiguousMember = "E0324", Error, Error;
    /// An `allow` that names no finding.
    NotAFinding = "E0325", Error, Error;

    /// A condition that is not true or false.
    NotACondition = "E0401", Error, Error;
    /// Two values of different types are compared.
    DifferentTypes = "E0402", Error, Error;
    /// Two values of different scales are compared.
    DifferentScales = "E0403", Error, Error;
    /// Values without order are compared by order.
    Unordered = "E0404", Error, Error;
    /// A set lists a value of another type.
    ForeignMember = "E0405", Error, Error;
    /// A set lists a value twice.
    RepeatedMember = "E0406", Error, Error;
    /// An amount without its currency.
    MissingCurrency = "E0407", Error, Error;
    /// One fact is compared with amounts in two currencies.
    MixedCurrencies = "E0408", Error, Error;
    /// An arithmetic operator on types that it does not have.
    BadArithmetic = "E0409", Error, Error;
    /// A value of another type than its declaration says.
    WrongType = "E0410", Error, Error;
    /// An outcome of a type that outcomes cannot have.
    BadOutcomeType = "E0411", Error, Error;
    /// A combination that the outcome's type does not have.
    BadCombination = "E0412", Error, Error;
    /// An adjustment that the outcome's type does not have, or one in two directions.
    BadAdjustment = "E0413", Error, Error;
    /// A calculation with constants that overflows.
    ConstantOverflow = "E0414", Error, Error;
    /// Periods that cannot be compared with each other.
    IncomparablePeriods = "E0415", Error, Error;
    /// A range whose lower end is above its upper end.
    InvertedRange = "E0416", Error, Error;
    /// A fold over something that is no list.
    NotAList = "E0417", Error, Error;
    /// A list read without a fold.
    ListOutsideFold = "E0418", Error, Error;
    /// A fold inside a fold.
    NestedFold = "E0419", Error, Error;
    /// A sum of something that cannot be added up.
    BadSummand = "E0420", Error, Error;
    /// A record with a list in it.
    ListInRecord = "E0421", Error, Error;
    /// An outcome used as a value.
    OutcomeAsValue = "E0422", Error, Error;
    /// An outcome compared with something that is no constant.
    OutcomeAgainstFact = "E0423", Error, Error;
    /// An outcome read where none is decided yet.
    OutcomeTooEarly = "E0424", Error, Error;
    /// A value that changes where one is needed that does not.
    NotConstant = "E0425", Error, Error;
    /// An amount below zero as a measure.
    NegativeAmount = "E0426", Error, Error;
    /// Single values of an outcome that has amounts.
    NeedsMembers = "E0427", Error, Error;

    /// A clause that says nothing.
    EmptyClause = "E0501", Error, Error;
    /// A clause both marked as not modelled and encoded.
    ContradictoryClause = "E0502", Error, Error;
    /// A citation of a clause that has no rule for the outcome.
    NothingToDrop = "E0503", Error, Error;
    /// A test without expectation.
    TestWithoutExpectation = "E0504", Error, Error;
    /// A rule assigns one outcome twice.
    AssignedTwice = "E0505", Error, Error;
    /// Two versions that are in force on the same day.
    OverlappingVersions = "E0506", Error, Error;
    /// An item that is never in force together with its article.
    NeverInForce = "E0507", Error, Error;
    /// A part that this kind of duty does not have.
    ForeignDutyPart = "E0508", Error, Error;
    /// A duty that does not say what fulfils it.
    IncompleteDuty = "E0509", Error, Error;
    /// A breach that only a case log can show.
    BreachOnlyInLog = "E0510", Error, Error;
    /// An escalation to a level that the hierarchy does not have.
    NoNextLevel = "E0511", Error, Error;
    /// An `allow` that does not say why.
    AllowWithoutReason = "E0512", Error, Error;
    /// An `allow` for the whole file that does not stand at its head.
    AllowTooLate = "E0513", Error, Error;

    /// The facts are not JSON.
    JsonSyntax = "E0601", Error, Error;
    /// The facts name something that the policy does not have.
    UnknownFact = "E0602", Error, Error;
    /// The facts name something twice.
    DuplicateFact = "E0603", Error, Error;
    /// A fact has a value of another type.
    FactType = "E0604", Error, Error;
    /// A fact's number would have to be rounded or cut.
    FactPrecision = "E0605", Error, Error;
    /// The facts contradict an `assume`.
    AgainstAssumption = "E0606", Error, Error;
    /// A calculation leaves the range of its type.
    Overflow = "E0607", Error, Error;
    /// The facts are nested too deep or too large.
    FactsTooLarge = "E0608", Error, Error;
    /// A `--set` that is not `NAME=VALUE`.
    BadSetting = "E0609", Error, Error;
    /// The policy is not in force on the case's day.
    NotInForce = "E0610", Error, Error;
    /// The case's day is needed, and is not known.
    NotDated = "E0611", Error, Error;
    /// A choice that is not permitted.
    ChoiceNotPermitted = "E0612", Error, Error;
    /// A choice where there is none.
    ChoiceNotOpen = "E0613", Error, Error;
    /// A parameter that has no value yet on the case's day.
    NoVersion = "E0614", Error, Error;

    /// The text is no holiday file.
    HolidaySyntax = "E0701", Error, Error;
    /// Days of a holiday file that end before they begin, or lie outside the years that it covers.
    HolidayRange = "E0702", Error, Error;
    /// A holiday file gives a day twice.
    HolidayTwice = "E0703", Error, Error;
    /// Working days are to be counted, and there is no holiday file.
    NoHolidays = "E0704", Error, Error;
    /// The holiday file does not cover a year.
    HolidayYearMissing = "E0705", Error, Error;

    /// A case log has another shape than it needs.
    LogShape = "E0801", Error, Error;
    /// A procedure that the policy does not have.
    UnknownProcedure = "E0802", Error, Error;
    /// It is not clear which procedure a log follows.
    ProcedureOpen = "E0803", Error, Error;
    /// A log names a step that the procedure does not have.
    UnknownLoggedStep = "E0804", Error, Error;
    /// A log has two entries for one step or right.
    LoggedTwice = "E0805", Error, Error;
    /// A log names somebody who is neither a body nor a role.
    UnknownLoggedParty = "E0806", Error, Error;
    /// A log names a check that the step does not have.
    UnknownLoggedCheck = "E0807", Error, Error;
    /// A log has something else where a day has to stand.
    LogDay = "E0808", Error, Error;
    /// A log names a right that the policy does not have.
    UnknownLoggedRight = "E0809", Error, Error;
    /// An entry of a log lies before one that stands above it.
    LogBackwards = "E0810", Error, Warning;

    /// A history has another shape than it needs.
    HistoryShape = "E0901", Error, Error;
    /// A history names an outcome that the policy does not have.
    UnknownPastOutcome = "E0902", Error, Error;
    /// A history has a value that its outcome cannot have.
    PastValue = "E0903", Error, Error;
    /// A history has something else where a day has to stand.
    PastDay = "E0904", Error, Error;
    /// A history has one decision twice.
    PastTwice = "E0905", Error, Error;

    /// The settings file is not TOML.
    SettingsSyntax = "E1001", Error, Error;
    /// A setting that does not exist.
    UnknownSetting = "E1002", Error, Error;
    /// A setting that cannot have this value.
    SettingValue = "E1003", Error, Error;
    /// The file is no baseline.
    BaselineShape = "E1004", Error, Error;
    /// Two policies cannot be compared.
    Incomparable = "E1101", Error, Error;

    /// A clause of the outline that nothing encodes.
    ClauseNotEncoded = "B0001", Blank, Warning;
    /// A clause that the outline does not list.
    ClauseNotListed = "B0002", Blank, Warning;
    /// A piece that the source left open.
    MissingInSource = "B0003", Blank, Hint;
    /// An `ensure … is addressed` that does not hold.
    EnsuredGap = "B0004", Blank, Warning;
    /// Cases in scope that no rule of an outcome addresses.
    NotAddressed = "B0005", Blank, Hint;
    /// A value that no case comes to.
    UnreachableValue = "B0010", Blank, Hint;
    /// A permitted value that nobody decides.
    NoDecider = "B0011", Blank, Hint;
    /// A permitted value that nobody enforces.
    NoEnforcer = "B0012", Blank, Hint;
    /// A duty or a prohibition whose breach leads to nothing.
    WithoutConsequence = "B0020", Blank, Hint;
    /// A step of a procedure that nobody has to take.
    StepWithoutActor = "B0021", Blank, Hint;
    /// A step without deadline in a procedure that has deadlines.
    StepWithoutDeadline = "B0022", Blank, Hint;
    /// Two names that differ only by characters that look alike.
    LookAlikeNames = "C0001", Confused, Warning;
    /// An `ensure` about what is permitted that does not hold.
    EnsureRefuted = "C0002", Confused, Warning;
    /// Cases in which the sets of the rules exclude each other.
    Conflict = "C0003", Confused, Warning;
    /// A rule that no case can fire.
    DeadRule = "C0010", Confused, Warning;
    /// A rule that fires, but never counts.
    ShadowedRule = "C0011", Confused, Warning;
    /// A rule that changes no result, because another one applies wherever it does.
    RedundantRule = "C0012", Confused, Hint;
    /// An exemption that exempts from nothing.
    UnreachableExemption = "C0013", Confused, Warning;
    /// An exemption that leaves nothing of a rule.
    SwallowingExemption = "C0014", Confused, Warning;
    /// A part of a condition that changes nothing.
    ConstantCondition = "C0015", Confused, Hint;
    /// Mitigation and aggravation that meet, with no clause to settle it.
    WeighedWithoutRule = "C0020", Confused, Hint;
    /// A deadline that cannot be met, or passes at once.
    DeadlineImpossible = "C0021", Confused, Warning;
    /// A declaration that nothing uses.
    UnusedDeclaration = "C0022", Confused, Warning;
    /// A judgement of which it is open who makes it, or by what measure.
    OpenJudgement = "V0001", Vague, Hint;
    /// The last of several clauses, under which falls whatever somebody finds to fall under it.
    OtherCases = "V0002", Vague, Hint;
    /// A passage that can be read in several ways, which decide cases differently.
    ReadingsDecideDifferently = "V0003", Vague, Hint;
    /// Values of an outcome that hang on judgement alone.
    JudgementAlone = "V0004", Vague, Hint;
    /// A rule that permits every value of its outcome.
    WholeLadder = "V0005", Vague, Warning;
    /// An `allow` that silences nothing.
    UnusedAllow = "C0090", Confused, Warning;
    /// A finding of the baseline that no longer occurs.
    StaleBaseline = "C0091", Confused, Hint;
    /// An `ensure … rises with` or `ignores` that does not hold.
    EnsuredProportion = "D0001", Disproportion, Warning;
    /// A scale on which one step up can make an outcome lighter.
    NotMonotone = "D0002", Disproportion, Hint;
    /// A question that was not answered within the written limits.
    NotDecided = "N0001", Undecided, Warning;
    /// One body or role has more than half of all tasks, and many.
    TooMuchOnOne = "U0001", Burden, Hint;
    /// A fault that gives none of the roles that share the liability a part of it.
    LiabilityUnheld = "U0002", Burden, Hint;
    /// Somebody who judges himself, or checks his own work.
    JudgesItself = "U0003", Burden, Hint;
}

impl Code {
    /// The code that is printed as `text`, if there is one; letters in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text))
    }

    /// Whether it is a finding about a policy: something that its author may answer for with `allow`.
    #[must_use]
    pub fn is_finding(self) -> bool {
        self.group() != Group::Error && !matches!(self, Self::UnusedAllow | Self::StaleBaseline)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
