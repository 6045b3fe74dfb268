using System.Text.Json.Serialization;

namespace CohortBot.Chat.Documents;

/// <summary>One piece of a message, as a person would name it.</summary>
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Bullets), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(CodeBlock), "code")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(ButtonRow), "buttons")]
public abstract record Block;

/// <summary>A heading; 1 is the message's title, 2 a section, 3 a part of a section.</summary>
public sealed record Heading(int Level, IReadOnlyList<Run> Text) : Block;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Text) : Block;

/// <summary>A list, numbered or not; <paramref name="From"/> is the first number, since a list may have been cut.</summary>
public sealed record Bullets(
    bool IsNumbered, IReadOnlyList<BulletItem> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int From = 1) : Block;

/// <summary>An item of a list with the items below it (one level).</summary>
public sealed record BulletItem(IReadOnlyList<Run> Text, IReadOnlyList<BulletItem> Below);

/// <summary>A table: one header row, and rows with as many cells.</summary>
public sealed record Table(IReadOnlyList<IReadOnlyList<Run>> Header, IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows) : Block;

/// <summary>Code that is shown letter by letter.</summary>
public sealed record CodeBlock(string? Language, string Text) : Block;

/// <summary>Somebody's words, set apart.</summary>
public sealed record Quote(IReadOnlyList<Run> Text) : Block;

/// <summary>A picture; <paramref name="Path"/> is a file of the course, <paramref name="Alt"/> says what is to be seen.</summary>
public sealed record Figure(string Path, string Alt, string? Caption) : Block;

/// <summary>Small print: "Exchange 2 of 3", "20 min late".</summary>
public sealed record Note(IReadOnlyList<Run> Text) : Block;

/// <summary>Buttons in a row; at most five, since that is what Discord shows in one.</summary>
public sealed record ButtonRow(IReadOnlyList<Button> Buttons) : Block;

/// <summary>
/// A button. Pressing it is the same as typing a command: <paramref name="Action"/> is that command's line without the slash
/// (<c>lab start lab:fit-among-layers</c>), at most 100 characters (Discord's custom_id). A link has a URL instead.
/// </summary>
public sealed record Button(string Label, string Action, ButtonLook Look = ButtonLook.Plain, string? Url = null);

/// <summary>How a button looks; the meaning is always in its words.</summary>
public enum ButtonLook
{
    /// <summary>One choice among others.</summary>
    Plain,

    /// <summary>What most people will want to press.</summary>
    Primary,

    /// <summary>Something that cannot be taken back.</summary>
    Danger,
}
