using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Chooses the language in which the program speaks to a member.</summary>
internal sealed class MyLanguageCommand(MemberDirectory members, TextCatalogue texts) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my language")
    {
        Options = [new("language", IsRequired: true) { Choices = [.. Locale.Offered.Select(locale => locale.Value)] }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var locale = Locale.Nearest(context.Get("language"));
        await members.ChooseLocaleAsync(context.Member, locale, cancellationToken);
        return new Reply(texts.In(locale).Document("cohorts.language_chosen"));
    }
}
