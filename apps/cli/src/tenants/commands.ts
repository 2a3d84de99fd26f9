import { defaultTimeZone } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import type { Command } from 'commander';
import { addTenant } from '../add-tenant.js';
import { hint, print, printAll } from '../print.js';
import { appointStaff, dismissStaff, resetSecondFactor, type StaffOptions } from '../staff.js';
import { applyTenants } from './apply-tenants.js';
import { listStaff, listTenants } from './lists.js';
import { tenantSettings, type SettingsOptions } from './tenant-settings.js';

/** `tenant ...` and `staff ...` */
export function addTenantCommands(program: Command, config: () => Config): void {
  const tenant = program.command('tenant').description('districts, towns and associations');
  tenant
    .command('add <id>')
    .description('found a tenant; returns once every service knows it')
    .requiredOption('--name <name>', 'as people read it')
    .requiredOption('--kind <kind>', 'county, municipality or association')
    .option('--time-zone <zone>', 'IANA time zone', defaultTimeZone)
    .action(async (id: string, options: { name: string; kind: string; timeZone: string }) => {
      await addTenant(config(), id, options);
      print(`${id}: founded, and every service knows it`);
      hint(`next, who administers it: lotsennetz staff appoint --tenant ${id} --role administrator ...`);
    });
  tenant
    .command('apply <file...>')
    .description('found or change what files like deploy/tenants/siegen.yaml describe; says what it changed')
    .action((files: string[]) => applyTenants(config(), files, print));
  tenant
    .command('settings <id>')
    .description('change what is named, and print what is set')
    .option('--name <name>', 'as people read it')
    .option('--time-zone <zone>', 'IANA time zone')
    .option('--language <tag...>', 'languages people are written to in, the most used first')
    .option('--legal-regime <regime>', 'DSGVO, KDG or DSG-EKD')
    .option('--federal-state <state>', 'for public holidays, such as DE-NW')
    .option('--retention <kind=months...>', 'replaces all periods, such as messages=12')
    .action(async (id: string, options: SettingsOptions) =>
      print(JSON.stringify(await tenantSettings(config(), id, options), null, 2)),
    );
  tenant
    .command('list')
    .description('id, kind and name of each')
    .action(async () =>
      printAll(await listTenants(config()), 'there are no tenants yet; see: lotsennetz tenant add --help'),
    );
  addStaffCommands(program, config);
}

function addStaffCommands(program: Command, config: () => Config): void {
  const staff = program
    .command('staff')
    .description('who works for a tenant, or (tenant "platform") runs the platform');
  staff
    .command('appoint')
    .description('invite somebody; prints the id of the membership and the link of the invitation')
    .requiredOption('--tenant <id>', 'for whom; platform: to run the platform')
    .requiredOption(
      '--role <role...>',
      'administrator, coordinator, trainer, carrier-manager, analyst; operator at platform',
    )
    .requiredOption('--given-name <name>', 'given name')
    .requiredOption('--family-name <name>', 'family name')
    .requiredOption('--email <address>', 'where the invitation goes')
    .action(async (options: StaffOptions) => {
      const { membershipId, link } = await appointStaff(config(), options);
      print(`${membershipId}\n${link}`);
      hint('whoever opens the link within 14 days becomes a member; while the platform runs, it also goes out by mail');
    });
  staff
    .command('dismiss <membershipId>')
    .description('end a membership; returns once no service honours it any more')
    .requiredOption('--tenant <id>', 'whose member')
    .action(async (membershipId: string, options: { tenant: string }) => {
      await dismissStaff(config(), membershipId, options);
      print(`${membershipId}: dismissed; no service honours it any more`);
    });
  staff
    .command('reset-second-factor <membershipId>')
    .description('for somebody who lost the device and the recovery codes; ends every session, and the person is told')
    .requiredOption('--tenant <id>', 'whose member')
    .action(async (membershipId: string, options: { tenant: string }) => {
      await resetSecondFactor(config(), membershipId, options);
      print(`${membershipId}: second factor and sessions end within seconds; the next sign-in sets up another`);
    });
  staff
    .command('list')
    .description('id, status and roles of each membership; names are for the tenant itself')
    .requiredOption('--tenant <id>', 'whose staff')
    .action(async ({ tenant }: { tenant: string }) =>
      printAll(await listStaff(config(), tenant), 'nobody yet; see: lotsennetz staff appoint --help'),
    );
}
