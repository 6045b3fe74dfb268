using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary><c>/my data export</c> hands over all that is kept about a member; <c>/my data delete</c> erases it, after asking once.</summary>
internal sealed partial class MyDataCommand(Database database, MemberEraser eraser, MemberExport export, TimeProvider time, ILogger<MyDataCommand> logger)
    : ICommand
{
    private const string Export = "export";
    private const string Delete = "delete";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("my data")
    {
        Options = [new("what", IsRequired: true) { Choices = [Export, Delete] }, new("confirm") { IsHidden = true }],
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Get("what").Equals(Export, StringComparison.OrdinalIgnoreCase))
            return await ExportAsync(context, cancellationToken);
        if (await database.ReadAsync(session => MemberRecords.IsLastOwnerAsync(session, context.Workspace, context.Member.Key), cancellationToken))
            throw new CommandException("privacy.last_owner");
        return context.Find("confirm") is { } confirmed ? await DeleteAsync(context, confirmed, cancellationToken) : Ask(context);
    }

    private async Task<Reply> ExportAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var member = new KnownMember { Workspace = context.Workspace, Key = context.Member.Key, PlatformUser = context.Member.PlatformUser };
        var bytes = await export.WriteAsync(member, cancellationToken);
        return context.Say("privacy.exported") with { File = new ReplyFile("my-data.json", "application/json", bytes) };
    }

    // The key makes an old button harmless: whoever comes back after an erasure is met under another one.
    private async Task<Reply> DeleteAsync(CommandContext context, string confirmed, CancellationToken cancellationToken)
    {
        if (confirmed != context.Member.Key.Value)
            throw new CommandException("privacy.stale");
        try
        {
            await eraser.EraseAsync(new Erasure(context.Workspace.Value, context.Member.Key.Value, time.GetUtcNow()), cancellationToken);
        }
        catch (ErasureNotNotedException exception)
        {
            LogNotNoted(exception, context.Member.Key, context.Workspace);
            return context.Say("privacy.not_noted"); // the button stays: it is to be pressed again
        }
        catch (StorageException)
        {
            return context.Say("privacy.noted") with { ReplacesPressed = true };
        }

        return context.Say("privacy.deleted") with { ReplacesPressed = true, IsFarewell = true };
    }

    private static Reply Ask(CommandContext context)
    {
        var wording = context.Wording;
        return new Reply(new Document(
        [
            wording.Heading(2, "privacy.ask_title"),
            wording.Paragraph("privacy.ask_goes"),
            wording.Paragraph("privacy.ask_stays"),
            wording.Paragraph("privacy.ask_elsewhere"),
            wording.Paragraph("privacy.ask_final"),
            new ButtonRow(
            [
                wording.Button("privacy.yes", $"my data delete confirm:{context.Member.Key}", ButtonLook.Danger),
                wording.Button("privacy.export_first", "my data export"),
            ]),
        ]));
    }

    [LoggerMessage(3705, LogLevel.Error, "Member {Member} in {Workspace} asked to be erased, and nothing was erased, because that could not be noted first.")]
    private partial void LogNotNoted(Exception exception, MemberKey member, WorkspaceId workspace);
}
