//! The table of inputs: one row for every number a user can state.

use std::sync::OnceLock;

use super::Scenario;

/// One field of a scenario type, as declared.
#[derive(Debug)]
pub struct Field {
    /// The type that declares it; with its name, the key of its [`Note`].
    pub of: &'static str,
    /// Its key in the scenario file, the last part of its path.
    pub name: &'static str,
    /// What the page calls it, in the source language, where that is wanted before the report is there; of others it is in the [`Note`] alone.
    pub label: &'static str,
    /// What it means, in the source language, of what the page asks first; of others it is in the [`Note`] alone.
    pub help: &'static str,
    /// `sibling=name|name`: the field counts only when that choice beside it is one of the names. Empty: always.
    pub when: &'static str,
    /// What may stand there.
    pub kind: Kind,
}

/// What is said of a field. Apart from the fields, as the page can do without it until its report is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Note {
    /// The type that declares the field.
    pub of: &'static str,
    /// The field's name.
    pub name: &'static str,
    /// What the page calls it, in the source language.
    pub label: &'static str,
    /// What it means, in the source language.
    pub help: &'static str,
    /// Where its default comes from: publisher and year.
    pub source: &'static str,
    /// Where its span comes from, where it has one.
    pub span: &'static str,
}

/// The notes of all fields.
pub fn notes() -> &'static [Note] {
    static NOTES: OnceLock<Vec<Note>> = OnceLock::new();
    NOTES.get_or_init(|| {
        let mut found = Vec::new();
        <Scenario<()> as Group>::notes(&mut found);
        found
    })
}

impl Field {
    /// What is said of it.
    #[must_use]
    pub fn note(&self) -> Note {
        let own = |note: &&Note| note.name == self.name && note.of == self.of;
        notes().iter().find(own).copied().unwrap_or_default()
    }
}

/// What may stand in a field.
#[derive(Debug)]
pub enum Kind {
    /// One number.
    Number(&'static Row),
    /// Several numbers of one kind, at most `most`.
    Numbers {
        /// What each of them is.
        row: &'static Row,
        /// How many there may be.
        most: usize,
    },
    /// A nested group of fields.
    Group(&'static [Field]),
    /// A list of groups.
    List {
        /// The fields of each entry.
        fields: &'static [Field],
        /// Fewest entries.
        least: usize,
        /// Most entries.
        most: usize,
    },
    /// Free text of at most `most` characters.
    Text {
        /// Longest text, in characters.
        most: usize,
    },
    /// On or off; off unless given.
    Flag,
    /// A calendar month, `YYYY-MM`.
    Month,
    /// One of these names; the first unless given.
    Choice(&'static [&'static str]),
}

/// A number's unit, bounds, default and where the default comes from.
#[derive(Debug)]
pub struct Row {
    /// Its unit. Money bounds and defaults are multiples of the currency's [`scale`](crate::scenario::scale).
    pub unit: Unit,
    /// Least value allowed.
    pub min: f64,
    /// Greatest value allowed.
    pub max: f64,
    /// What stands when nothing is given. None: required, or `optional`.
    pub default: Option<f64>,
    /// Absent means something of its own (said in the help).
    pub optional: bool,
    /// May be a range low – likely – high.
    pub range: bool,
    /// Only whole numbers.
    pub whole: bool,
    /// How good the source of the default is.
    pub grade: Grade,
    /// What a source gives for low and high, where one does: offered as the range of the value.
    pub span: Option<Span>,
}

/// A low and a high that a source gives; the [`Note`] names it. Money is in multiples of the currency's [`scale`](crate::scenario::scale).
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// The low value.
    pub low: f64,
    /// The high value.
    pub high: f64,
    /// How good that source is.
    pub grade: Grade,
}

/// How good a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Official statistics or law.
    A,
    /// Official statistics or law, as quoted.
    A2,
    /// A named survey, company filing or peer-reviewed study.
    B,
    /// A named survey, company filing or peer-reviewed study, as quoted.
    B2,
    /// Analyst or consultant.
    C,
    /// Analyst or consultant, as quoted.
    C2,
    /// Vendor or blog.
    D,
    /// Our own judgement, to be overwritten first.
    J,
    /// A neutral value: it leaves the matter out until the user states it.
    Neutral,
    /// No default: the user states it.
    User,
}

impl Grade {
    /// The mark shown beside a source.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Grade::A => "A",
            Grade::A2 => "A2",
            Grade::B => "B",
            Grade::B2 => "B2",
            Grade::C => "C",
            Grade::C2 => "C2",
            Grade::D => "D",
            Grade::J => "J",
            Grade::Neutral => "–",
            Grade::User => "",
        }
    }

    /// An assumption that the user should overwrite first.
    #[must_use]
    pub fn is_weak(self) -> bool {
        matches!(self, Grade::D | Grade::J)
    }
}

/// The unit of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Money.
    Money,
    /// Money a month.
    MoneyPerMonth,
    /// Money a year.
    MoneyPerYear,
    /// Money an hour.
    MoneyPerHour,
    /// Money a unit of demand (contact, device, user, terabyte).
    MoneyPerUnit,
    /// The price of one billed quantity, whatever the price model counts.
    MoneyPerQuantity,
    /// Money for one person a year.
    MoneyPerPersonYear,
    /// Money for one event.
    MoneyPerEvent,
    /// A share; shown as per cent.
    Share,
    /// A share a year; shown as per cent a year.
    SharePerYear,
    /// A plain factor.
    Factor,
    /// People.
    People,
    /// People led by one manager.
    PeoplePerManager,
    /// Hours.
    Hours,
    /// Hours a month.
    HoursPerMonth,
    /// Hours a year.
    HoursPerYear,
    /// Hours a week.
    HoursPerWeek,
    /// Hours a day.
    HoursPerDay,
    /// A time of day, in hours since midnight.
    Clock,
    /// Points of a hundred.
    Points,
    /// Hours a month for each terabyte.
    HoursPerTerabyte,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Units of demand a month: hours, contacts or terabytes held.
    UnitsPerMonth,
    /// Billed quantities a month.
    QuantityPerMonth,
    /// Events a year.
    PerYear,
    /// Days.
    Days,
    /// Months.
    Months,
    /// A month by its number: 1 is the first after the decision, 0 the day of it.
    MonthNumber,
    /// Years.
    Years,
    /// Thousand lines of source code.
    ThousandLines,
    /// A count.
    Count,
    /// Months' pay.
    MonthsOfPay,
    /// Home currency for one unit of foreign currency.
    HomePerForeign,
}

impl Unit {
    /// Whether values are amounts of money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(
            self,
            Unit::Money
                | Unit::MoneyPerMonth
                | Unit::MoneyPerYear
                | Unit::MoneyPerHour
                | Unit::MoneyPerUnit
                | Unit::MoneyPerQuantity
                | Unit::MoneyPerPersonYear
                | Unit::MoneyPerEvent
        )
    }

    /// Whether values are shares, shown as per cent.
    #[must_use]
    pub fn is_share(self) -> bool {
        matches!(self, Unit::Share | Unit::SharePerYear)
    }
}

/// What a field is, as the program holds it until the table is made.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// What may stand there.
    pub shape: Shape,
    /// See [`Row::unit`].
    pub unit: Unit,
    /// See [`Row::grade`].
    pub grade: Grade,
    /// See [`Span::grade`]; None without a span.
    pub span: Option<Grade>,
    /// Whether something stands when nothing is given.
    pub default: bool,
    /// See [`Row::optional`].
    pub optional: bool,
    /// See [`Row::range`].
    pub range: bool,
    /// See [`Row::whole`].
    pub whole: bool,
}

impl Code {
    /// What is no number.
    #[must_use]
    pub const fn of(shape: Shape) -> Self {
        Self {
            shape,
            unit: Unit::Count,
            grade: Grade::User,
            span: None,
            default: false,
            optional: false,
            range: false,
            whole: false,
        }
    }
}

/// See [`Kind`].
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// [`Kind::Number`]: least and greatest value; the default; low and high of the span.
    Number,
    /// [`Kind::Numbers`]: as a number, and the most of them.
    Numbers,
    /// [`Kind::Group`].
    Group,
    /// [`Kind::List`]: the fewest and the most.
    List,
    /// [`Kind::Text`]: the most.
    Text,
    /// [`Kind::Flag`].
    Flag,
    /// [`Kind::Month`].
    Month,
    /// [`Kind::Choice`].
    Choice,
}

/// The fields of a type as the program holds them, made by the derive macro: once asked for, they are made and stay.
///
/// Numbers, groups and choices stand in the order in which the codes ask for them.
#[derive(Debug)]
pub struct Table {
    /// The type's name.
    pub of: &'static str,
    /// A line for each field: its name, label, condition and help.
    pub texts: &'static str,
    /// What each field is.
    pub codes: &'static [Code],
    /// See [`Shape`].
    pub numbers: &'static [f64],
    /// The fields of nested groups.
    pub groups: &'static [fn() -> &'static [Field]],
    /// The names of choices.
    pub choices: &'static [&'static [&'static str]],
    /// The fields, once they are made.
    pub fields: OnceLock<Vec<Field>>,
}

impl Table {
    /// The fields.
    pub fn fields(&'static self) -> &'static [Field] {
        self.fields.get_or_init(|| self.made())
    }

    fn made(&self) -> Vec<Field> {
        let (mut numbers, mut groups, mut choices) =
            (self.numbers.iter(), self.groups.iter(), self.choices.iter());
        let mut number = || numbers.next().copied().unwrap_or_default();
        let mut group = || groups.next().map_or(&[][..], |fields| fields());
        let field = |(text, code): (&'static str, &Code)| {
            let mut texts = text.split('\t');
            let mut text = || texts.next().unwrap_or_default();
            let mut row = || {
                let (min, max) = (number(), number());
                let default = code.default.then(&mut number);
                let span = code.span.map(|grade| Span { low: number(), high: number(), grade });
                let Code { unit, grade, optional, range, whole, .. } = *code;
                &*Box::leak(Box::new(Row { unit, min, max, default, optional, range, whole, grade, span }))
            };
            let kind = match code.shape {
                Shape::Number => Kind::Number(row()),
                Shape::Numbers => Kind::Numbers { row: row(), most: number() as usize },
                Shape::Group => Kind::Group(group()),
                Shape::List => {
                    Kind::List { fields: group(), least: number() as usize, most: number() as usize }
                }
                Shape::Text => Kind::Text { most: number() as usize },
                Shape::Flag => Kind::Flag,
                Shape::Month => Kind::Month,
                Shape::Choice => Kind::Choice(choices.next().copied().unwrap_or_default()),
            };
            Field { of: self.of, name: text(), label: text(), when: text(), help: text(), kind }
        };
        self.texts.split('\n').zip(self.codes).map(field).collect()
    }
}

/// A type whose fields make rows of the table; derived.
pub trait Group {
    /// The fields in the order of their declaration.
    fn fields() -> &'static [Field];

    /// Adds the notes of these fields, and of those within them.
    fn notes(found: &mut Vec<Note>);
}

/// A choice among names.
pub trait Choice: Sized {
    /// The names as in the file; the first is the default.
    const NAMES: &'static [&'static str];
    /// The choice of that position in [`Choice::NAMES`].
    fn from_index(index: usize) -> Self;
}
